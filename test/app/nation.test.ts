import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rollup, type WritePart, writeData } from '../../src/app/rollup.js';
import type { Finding } from '../../src/core/finding.js';
import { ownFindings } from '../../src/reports/workbook/findings.js';
import { editionOf } from '../../src/reports/workbook/scope.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const PAGE = fileURLToPath(new URL('../../docs/nation.md', import.meta.url));
/** Two districts of one province. */
const PLACES = ['buon-ho', 'hoa-phu'];
/** Another province: codes with leading zeros, and a hamlet that has not reported. */
const SMALL = {
  'registry/units.csv': `code,name,level,parent,valid_from,valid_to
01,Tỉnh Mẫu,province,,,
00011,Xã Một,commune,01,,
00011001,Thôn Đông,hamlet,00011,,
00011002,Thôn Tây,hamlet,00011,,
`,
  'sheets/to.csv': `Kỳ báo cáo: Tháng 9/2023
Tỉnh: Mẫu
Xã: Một
Thôn;Số tổ;Số thành viên
Thôn Đông;1;6
`,
  // Of no unit that it names: it came from the province.
  'sheets/anh chup.pdf': '%PDF-1.4\n',
};
const PERIOD = '2023-09';

type Row = Readonly<Record<string, unknown>>;

/** Without a history a running total starts with the first month that is known. */
const TOTAL = 'households_assisted_total';

/** DuckDB is a binary of its own for each platform: not every one has it. */
const duckdb = await import('@duckdb/node-api').catch(() => null);

/** Tallies of two months: a flow of both, a stock of which one hamlet reports the first alone. */
const PLACE = 'Xã: Hòa Phú\nThành phố: Buôn Ma Thuột\n';
const MONTHS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '2023-08': {
    'ho.csv': `Kỳ báo cáo: Tháng 8/2023\n${PLACE}Thôn/Buôn;Số hộ được hỗ trợ trong kỳ;Mua sắm trực tuyến\nThôn 1;5;1\nThôn 2;7;2\n`,
    'dinh-danh.csv': `Kỳ báo cáo: Tháng 8/2023\n${PLACE}Thôn/Buôn;Mức 1;Mức 2\nThôn 1;10;4\nThôn 2;40;6\n`,
  },
  '2023-09': {
    'ho.csv': `Kỳ báo cáo: Tháng 9/2023\n${PLACE}Thôn/Buôn;Số hộ được hỗ trợ trong kỳ;Mua sắm trực tuyến\nThôn 1;11;3\n`,
    'dinh-danh.csv': `Kỳ báo cáo: Tháng 9/2023\n${PLACE}Thôn/Buôn;Mức 1;Mức 2\nThôn 1;20;5\n`,
  },
};

let dir: string;
const at = (...names: string[]) => join(dir, ...names);

/** The queries of the page by name, over the folders of this test. */
function query(name: string, folder: string): string {
  const page = readFileSync(PAGE, 'utf8');
  const sql = page.split(`<!-- query ${name} -->\n\`\`\`sql\n`)[1]?.split('\n```')[0];
  if (sql === undefined) throw new Error(`${PAGE} has no query '${name}'`);
  return sql.replaceAll("'tinh/", `'${folder}/`).replaceAll("'kho'", `'${at('kho')}'`);
}

async function asked(folder: string, ...names: string[]): Promise<Row[]> {
  const connection = await (await duckdb!.DuckDBInstance.create()).connect();
  try {
    for (const name of names.slice(0, -1)) await connection.run(query(name, folder));
    const reader = await connection.runAndReadAll(query(names.at(-1)!, folder));
    return reader.getRowObjects().map(plain);
  } finally {
    connection.closeSync();
  }
}

const plain = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'bigint' ? Number(value) : value,
    ]),
  );

/** What ccds itself came to, a row a province and indicator. */
function provinces(out: string): Record<string, string>[] {
  const text = readFileSync(at(out, 'data', 'values.csv'), 'utf8');
  const rows = parse(text, { columns: true }) as Record<string, string>[];
  return rows.filter(({ level }) => level === 'province');
}

async function rolled(
  out: string,
  inputs: string[],
  registry: string,
  period: string,
  write: WritePart = writeData,
) {
  const options = { inputs, registry, period, out: at(out), force: false };
  await rollup({ ...options, lang: 'vi', cwd: dir }, [write]);
}

/** The registries put together, each unit once. */
function nationalRegistry(): string {
  const folders = [...PLACES.map((place) => join(FIXTURES, place)), at('small')];
  const lines = folders.flatMap((folder) =>
    readFileSync(join(folder, 'registry', 'units.csv'), 'utf8')
      .trimEnd()
      .split('\n'),
  );
  mkdirSync(at('registry'));
  writeFileSync(at('registry', 'units.csv'), `${[...new Set(lines)].join('\n')}\n`);
  return at('registry');
}

beforeAll(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'ccds-nation-')));
  for (const place of PLACES) {
    const folder = join(FIXTURES, place);
    await rolled(`tinh/${place}`, [join(folder, 'submissions')], join(folder, 'registry'), PERIOD);
  }
  for (const [path, text] of Object.entries(SMALL)) {
    mkdirSync(dirname(at('small', path)), { recursive: true });
    writeFileSync(at('small', path), text);
  }
  await rolled('tinh/small', [at('small', 'sheets')], at('small', 'registry'), PERIOD);
  const packages = [...PLACES, 'small'].map((place) =>
    at('tinh', place, 'data', 'datapackage.json'),
  );
  const registry = nationalRegistry();
  await rolled('nation', packages, registry, PERIOD);
  for (const month of Object.keys(MONTHS)) {
    const sheets = at('sheets', month);
    mkdirSync(sheets, { recursive: true });
    for (const [name, text] of Object.entries(MONTHS[month]!))
      writeFileSync(join(sheets, name), text);
    await rolled(`thang/${month}`, [sheets], registry, month);
  }
  const months = Object.keys(MONTHS).map((month) => at('thang', month, 'data', 'datapackage.json'));
  await rolled('quarter', months, registry, '2023-Q3');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const number = (text: string | undefined) => (text ? Number(text) : null);
const sum = (list: readonly (number | null)[]) =>
  list.every((n) => n === null) ? null : list.reduce<number>((all, n) => all + (n ?? 0), 0);

it('leaves no file out of the books: one of no unit is of the province that sent it', () => {
  const table = (name: string) =>
    parse(readFileSync(at('nation', 'data', `${name}.csv`), 'utf8'), { columns: true });
  const submissions = table('submissions') as Record<string, string>[];
  const findings = table('findings') as Record<string, string>[];
  expect(submissions.find(({ file }) => file?.endsWith('.pdf'))?.unit_code).toBe('01');
  expect(submissions.filter(({ unit_code: unit }) => unit === '')).toEqual([]);
  const packages = findings.filter(({ code }) => code === 'CCDS-D11');
  expect(packages.map(({ unit_code: unit }) => unit).sort()).toEqual(['01', '66', '66']);
});

it('leaves no finding out of the books: one of no province stands in each of them', async () => {
  const broken = at('broken', 'datapackage.json');
  mkdirSync(dirname(broken));
  for (const name of ['datapackage.json', 'values.csv', 'findings.csv', 'submissions.csv'])
    writeFileSync(at('broken', name), readFileSync(at('tinh', 'small', 'data', name)));
  writeFileSync(at('broken', 'values.csv'), 'changed by hand\n');
  const packages = [...PLACES, 'small'].map((place) =>
    at('tinh', place, 'data', 'datapackage.json'),
  );
  const told = new Map<string, readonly string[]>();
  let all: readonly string[] = [];
  await rolled('broken-nation', [...packages, broken], at('registry'), PERIOD, async (_, done) => {
    const { summary } = done;
    all = summary.findings.map(keyOf);
    for (const root of summary.tree.roots) {
      const edition = editionOf(
        { summary, root },
        { describe: () => ({ title: '', message: '', fix: '' }) },
      );
      told.set(root.unit.code, ownFindings(edition).map(keyOf));
    }
    return [];
  });
  expect([...told.keys()]).toHaveLength(2);
  const anywhere = new Set([...told.values()].flat());
  expect(all.filter((one) => !anywhere.has(one))).toEqual([]);
  for (const own of told.values())
    expect(own.filter((one) => one.startsWith('CCDS-F11'))).toHaveLength(1);
  // What is of one province stands in its book alone.
  const [first = [], second = []] = [...told.values()];
  const both = first.filter((one) => second.includes(one));
  expect(both.filter((one) => /CCDS-[BTUDR]\d/.test(one))).toEqual([]);
});

const keyOf = (found: Finding) =>
  `${found.code} ${found.unit ?? ''} ${JSON.stringify(found.place)} ${JSON.stringify(found.args)}`;

describe.skipIf(duckdb === null)('the queries of docs/nation.md, over provinces packages', () => {
  it('come to the figures that ccds comes to', async () => {
    const nation = await asked(at('tinh'), 'figures', 'nation');
    const own = provinces('nation');
    expect(new Set(own.map((row) => row.unit_code))).toEqual(new Set(['01', '66']));
    for (const row of nation) {
      const ours = own.filter(({ indicator }) => indicator === row.indicator);
      const of = (column: string) => sum(ours.map((one) => number(one[column])));
      expect([row.indicator, row.numerator, row.reported, row.expected]).toEqual([
        row.indicator,
        of('numerator'),
        of('reported'),
        of('expected'),
      ]);
      const isRatio = of('numerator') !== null || of('denominator') !== null;
      if (!isRatio) expect([row.indicator, row.value]).toEqual([row.indicator, of('value')]);
    }
    const byName = new Map(nation.map((row) => [row.indicator, row]));
    expect(byName.get('members')?.value).toBe(77 + 390 + 6);
    expect(byName.get('members_per_team')?.value).toBe((77 + 390 + 6) / (15 + 42 + 1));
  });

  it('find no province that is not the sum of its hamlets', async () => {
    expect(await asked(at('tinh'), 'figures', 'audit')).toEqual([]);
  });

  it('find the hamlets that have not reported', async () => {
    const missing = await asked(at('tinh'), 'figures', 'missing');
    const own = provinces('nation').filter(({ indicator }) => indicator === 'members');
    expect(missing.map(({ unit_code, missing: n }) => [unit_code, n])).toEqual(
      own
        .map(({ unit_code, expected, reported }) => [
          unit_code,
          Number(expected) - Number(reported),
        ])
        .sort(([, a], [, b]) => Number(b) - Number(a)),
    );
  });

  it('fold months into a quarter as ccds does', async () => {
    const quarter = await asked(at('thang'), 'figures', 'quarter');
    const own = provinces('quarter');
    const value = (of: readonly Row[], id: string) => of.find((row) => row.indicator === id)?.value;
    expect(value(quarter, 'households_assisted')).toBe(5 + 7 + 11);
    expect(value(quarter, 'skill_shopping')).toBe(1 + 2 + 3);
    expect(value(quarter, 'eid_level1')).toBe(20 + 40);
    for (const id of ['households_assisted', 'skill_shopping', 'eid_level1', 'eid_accounts']) {
      const ours = own.filter(({ indicator }) => indicator === id);
      const all = sum(ours.map((row) => number(row.value)));
      expect([id, value(quarter, id)]).toEqual([id, all]);
    }
    const total = own.find((row) => row.unit_code === '66' && row.indicator === TOTAL);
    expect(total?.value).toBe(String(5 + 7 + 11));
  });

  it('write Parquet that reads back the same', async () => {
    const connection = await (await duckdb!.DuckDBInstance.create()).connect();
    await connection.run(query('figures', at('tinh')));
    await connection.run(query('parquet', at('tinh')));
    const parquet = `read_parquet('${at('kho')}/**/*.parquet', hive_partitioning = true)`;
    const columns =
      'period::VARCHAR, unit_code, indicator, value, numerator, denominator, reported';
    const lost = `SELECT ${columns} FROM figures EXCEPT ALL SELECT ${columns} FROM ${parquet}`;
    const reader = await connection.runAndReadAll(
      `SELECT (SELECT count(*) FROM ${parquet}) AS n, (SELECT count(*) FROM (${lost})) AS lost`,
    );
    const [row] = reader.getRowObjects().map(plain);
    connection.closeSync();
    expect(row).toEqual({ n: expect.any(Number), lost: 0 });
    expect(row?.n).toBeGreaterThan(1000);
  });
});
