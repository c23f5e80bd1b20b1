// The submissions that the whole job is measured on: every hamlet sends a workbook with its
// four lists. The figures are the sample province's (883 hamlets, near a million rows), so
// that a wrong sum stands out. Seeded: the same on every machine, made once, one workbook
// in memory at a time.
import { existsSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inPeriod, plan } from '../../fixtures/generate/ca-mau/plan.mjs';
import { listSheets, savedAt } from '../../fixtures/generate/ca-mau/sheets.mjs';
import { counter } from '../../fixtures/generate/lib/counter.mjs';
import { random } from '../../fixtures/generate/lib/random.mjs';
import { readTable, writeTable } from '../../fixtures/generate/lib/table.mjs';
import { readUnits, writeUnits } from '../../fixtures/generate/lib/units.mjs';
import { writeXlsx } from '../../fixtures/generate/lib/xlsx.mjs';
import { habits } from '../../fixtures/generate/sheets/habits.mjs';
import { spoil } from './spoil.mjs';

/** Raise it when the content changes, so that no old files are measured. */
const VERSION = 3;
const REGISTRY = fileURLToPath(new URL('../../fixtures/ca-mau/registry', import.meta.url));

export const PERIOD = '2024-09';

/** @typedef {{name: string, title: string, provinces: number, hamlets: number}} Size */
/** @type {Record<string, Size>} */
export const SIZES = {
  district: { name: 'district', title: 'A district: 100 hamlets', provinces: 1, hamlets: 100 },
  province: { name: 'province', title: 'A province: 883 hamlets', provinces: 1, hamlets: 883 },
  ten: { name: 'ten', title: 'Ten provinces: 8.830 hamlets', provinces: 10, hamlets: 883 },
};

/** What the units of each province but the first are called besides; no month, as `T2` would be. */
const SURNAMES = 'An Bình Cường Dũng Hưng Khánh Lộc Minh Ninh'.split(' ');

/** Identity numbers begin with the code of the province of birth; any ten will do. */
const PROVINCE_PREFIXES = '096 095 094 093 092 091 089 087 086 084'.split(' ');

/** @param {string} name of a size @returns {{ submissions: string, registry: string }} folders */
export function inputs(name) {
  const size = SIZES[name];
  const folder = join(tmpdir(), 'bench-ccds', `job-${VERSION}`, name);
  if (!existsSync(folder)) {
    rmSync(`${folder}.part`, { recursive: true, force: true });
    make(size, `${folder}.part`);
    renameSync(`${folder}.part`, folder);
  }
  return { submissions: join(folder, 'submissions'), registry: join(folder, 'registry') };
}

/** @param {Size} size @param {string} folder */
function make({ provinces, hamlets }, folder) {
  const all = Array.from({ length: provinces }, (_, i) => province(i));
  writeUnits(
    join(folder, 'registry'),
    all.flatMap(({ units }) => units),
  );
  writeTable(
    join(folder, 'registry', 'baselines.csv'),
    ['unit', 'baseline', 'from', 'value'],
    all.flatMap(({ baselines }) => baselines),
  );
  // One for all: no tax code and no telephone number comes twice.
  const serial = counter();
  for (const one of all) writeProvince(one, hamlets, serial, join(folder, 'submissions'));
}

/**
 * The sample province under other codes and names: `0` is the sample itself.
 * @param {number} index
 */
function province(index) {
  const code = (text) => (index === 0 || text === '' ? text : `${index}${text}`);
  const units = readUnits(REGISTRY).map((unit) => ({
    ...unit,
    code: code(unit.code),
    parent: code(unit.parent),
    name: index === 0 ? unit.name : `${unit.name} ${SURNAMES[index - 1]}`,
  }));
  const baselines = readTable(join(REGISTRY, 'baselines.csv')).map((row) => ({
    ...row,
    unit: code(row.unit),
  }));
  return { index, units, baselines };
}

function writeProvince({ index, units, baselines }, count, serial, folder) {
  const { hamlets } = plan(units, baselines);
  let before = [];
  for (const hamlet of hamlets.slice(0, count)) {
    const office = { ...officeOf(hamlet), identityPrefix: PROVINCE_PREFIXES[index] };
    const sheets = listSheets(office, office.hamlets[0], serial);
    before = spoil(sheets, before);
    const saved = savedAt(hamlet.unit.code);
    const path = join(folder, ...[hamlet.district, hamlet.commune, hamlet.unit].map(nameOf));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      `${path}.xlsx`,
      writeXlsx(sheets, { author: hamlet.commune.name, modified: saved }),
    );
    utimesSync(`${path}.xlsx`, new Date(saved), new Date(saved));
  }
}

const nameOf = (unit) => unit.name;

/** The first month's lists hold all households assisted so far. */
function officeOf(hamlet) {
  const { commune, district, figures } = hamlet;
  const rng = random(`in the period ${hamlet.unit.code}`);
  const all = inPeriod(figures.households_assisted_total, rng);
  const own = habits(random(`habits ${commune.code}`));
  const hamlets = [{ ...hamlet, figures: { ...figures, ...all } }];
  return { commune, district, layout: 'lists', habits: own, hamlets };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of process.argv.slice(2)) console.log(inputs(name));
}
