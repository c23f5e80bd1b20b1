import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/finding.js';
import { FORMS } from '../../src/forms/declared/index.js';
import { compileForms } from '../../src/forms/header/compile.js';
import type { SheetReport } from '../../src/forms/report.js';
import { SheetReader } from '../../src/forms/sheet-reader.js';
import { createMatcher } from '../../src/geography/match.js';
import { treeAsOf } from '../../src/geography/tree.js';
import { INDICATORS } from '../../src/indicators/index.js';
import { openWorkbook } from '../../src/spreadsheet/index.js';
import { registryOf } from '../geography/registry.js';
import { downLayout, downTruth, recordsOf, writeDown } from './support/downwards.js';
import { byField } from './support/fields.js';
import { type GridSheet, workbookOf } from './support/grid.js';
import { layout, writeOut } from './support/layout.js';
import { type Truth, truth } from './support/truth.js';

const LAYOUTS = compileForms(FORMS);
const LAST_DAY = '2024-09-14';
const lines = (table: string) =>
  readFileSync(new URL(`../../fixtures/intake/registry/${table}.csv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
const REGISTRY = registryOf({ units: lines('units'), changes: lines('changes') });
const MATCHER = createMatcher(REGISTRY, treeAsOf(REGISTRY, LAST_DAY));

interface Read {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly findings: readonly Finding[];
  readonly report: SheetReport;
}

/** Writes the sheet as a workbook's bytes, and reads it as a submission is read. */
async function readBack(sheet: GridSheet): Promise<Read> {
  const rows: Record<string, unknown>[] = [];
  const findings: Finding[] = [];
  const book = await openWorkbook({ name: 'x.xlsx', bytes: workbookOf({ sheets: [sheet] }) });
  const [only] = book.sheets;
  const reader = new SheetReader({
    file: 'x.xlsx',
    sheet: sheet.name,
    layouts: LAYOUTS,
    indicators: INDICATORS,
    checks: [
      (table) =>
        (record, { unit }) => {
          const form = `${table.form.id}.${table.layout}`;
          rows.push({ form, hamlet: unit.code, ...byField(table, record) });
        },
    ],
    wanted: '2024-09',
    calendar: 'cutoff',
    cutoff: 14,
    names: [],
    merges: await only!.merges(),
    mapOf: () => ({ ...MATCHER, lastDay: LAST_DAY }),
    emit: (found) => findings.push(found),
  });
  await only!.read((row) => reader.push(row));
  const report = reader.end();
  await book.close();
  return { rows, findings, report };
}

function rowsOf({ form, layout: name, rows }: Truth) {
  return rows.map(({ hamlet, values }) => ({
    form: `${form}.${name}`,
    hamlet: hamlet.code,
    ...values,
  }));
}

/** Repairs are good news, and a header in two rows may leave its upper one unknown. */
const EXPECTED = new Set(['CCDS-R05', 'CCDS-S05']);
/** Rows such as `Tổ 2` divide members by their teams, which is told. */
const TEAMS = 'CCDS-T07';

describe('a true table in any layout', () => {
  it('is read back as it is, with nothing to complain of', async () => {
    await fc.assert(
      fc.asyncProperty(truth, layout, async (told, how) => {
        const { rows, findings } = await readBack(writeOut(told, how));
        const isExpected = ({ code }: Finding) =>
          EXPECTED.has(code) ||
          (code === TEAMS && told.form === 'members') ||
          (code === 'CCDS-S06' && how.encoding !== 'unicode') ||
          (/^CCDS-(?:P02|S13)$/.test(code) && how.other !== 'none');
        expect(findings.filter((found) => !isExpected(found))).toEqual([]);
        expect(rows.map(({ note: _, ...row }) => row)).toEqual(rowsOf(told));
      }),
      { numRuns: 500 },
    );
  });
});

describe('true figures laid downwards, of several forms', () => {
  it('are read back as they are, and what is no figure of a form is told', async () => {
    await fc.assert(
      fc.asyncProperty(downTruth, downLayout, async (told, how) => {
        const { rows, findings, report } = await readBack(writeDown(told, how));
        const read = rows.map((row) => [`${row.form} ${row.hamlet}`, row] as const);
        expect(read).toHaveLength(told.forms.length * told.hamlets.length);
        expect(new Map(read)).toEqual(recordsOf(told));
        const codes = new Set(findings.map(({ code }) => code).filter((one) => one !== 'CCDS-R05'));
        expect([...codes]).toEqual(how.other ? ['CCDS-S12'] : []);
        // Each row of the sheet is counted once, and one with figures once for every hamlet.
        const sum = (of: 'read' | 'data') => report.tables.reduce((all, one) => all + one[of], 0);
        const again = sum('data') - sum('data') / told.hamlets.length;
        expect(sum('read')).toBe(report.rows + again);
      }),
      { numRuns: 200 },
    );
  });
});
