import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../src/app/run.js';
import { rowOf } from '../../src/core/address.js';
import type { Finding } from '../../src/core/finding.js';
import type { BeginRowCheck } from '../../src/forms/records/row-checks.js';
import type { Summary } from '../../src/rollup/types.js';
import { ROW_CHECKS } from '../../src/rules/checks/index.js';
import { byField } from './support/fields.js';
import { type Grid, workbookOf } from './support/grid.js';

/** What a case must come to; see fixtures/intake/README.md. */
interface Expected {
  readonly about: string;
  readonly period?: string | null;
  readonly config?: object;
  readonly values?: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  readonly records?: readonly Readonly<Record<string, unknown>>[];
  readonly sheets?: readonly Readonly<Record<string, unknown>>[];
  readonly findings: readonly Readonly<Record<string, unknown>>[];
}

const CASES = fileURLToPath(new URL('../../fixtures/intake/', import.meta.url));
const NOT_CASES = ['registry'];
/** What intake says. Other rules (teams, completeness, history) have tests of their own. */
const INTAKE = /^CCDS-(?:[FSPUD]\d\d|R0\d|R1[01456789]|X0[124]|C02)$/;

const temporary: string[] = [];
afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

/** The case's input in a folder of its own, its grids written out as workbooks. */
function inputOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ccds-intake-'));
  temporary.push(folder);
  const input = join(folder, 'input');
  cpSync(join(CASES, name, 'input'), input, { recursive: true });
  for (const file of readdirSync(input, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.grid.json')) continue;
    const path = join(input, file);
    const grid = JSON.parse(readFileSync(path, 'utf8')) as Grid;
    writeFileSync(path.replace(/\.grid\.json$/, '.xlsx'), workbookOf(grid));
    rmSync(path);
  }
  return input;
}

/** The records of the rows that were checked, as they were read. */
const records: Record<string, unknown>[] = [];
const keepRecord: BeginRowCheck =
  (table) =>
  (record, { unit }) => {
    const form = `${table.form.id}.${table.layout}`;
    records.push({ form, hamlet: unit.code, ...byField(table, record) });
  };

async function runCase(name: string, expected: Expected): Promise<Summary> {
  const input = inputOf(name);
  const config = join(input, '../ccds.config.json');
  if (expected.config) writeFileSync(config, JSON.stringify(expected.config));
  records.length = 0;
  (ROW_CHECKS as BeginRowCheck[]).push(keepRecord);
  try {
    const { summary } = await run({
      inputs: [input],
      registry: join(CASES, 'registry'),
      lang: 'vi',
      cwd: join(input, '..'),
      ...(expected.period !== null && { period: expected.period ?? '2024-09' }),
      ...(expected.config && { config }),
    });
    return summary;
  } finally {
    (ROW_CHECKS as BeginRowCheck[]).splice(ROW_CHECKS.indexOf(keepRecord), 1);
  }
}

/** A finding in one level, as `expected.json` states it. */
function flat({ code, severity, place, field, unit, args }: Finding): Record<string, unknown> {
  return { code, severity, ...place, field, unit, ...Object.fromEntries(argumentsOf(args)) };
}

function argumentsOf(args: Finding['args']): [string, unknown][] {
  return Object.entries(args).map(([name, value]) => [`$${name}`, value]);
}

/** Pairs each thing expected with one that has all it states; what is left over is told. */
function unmatched(
  expected: readonly Readonly<Record<string, unknown>>[],
  actual: readonly Record<string, unknown>[],
): { missing: unknown[]; surplus: unknown[] } {
  const surplus = [...actual];
  const missing = expected.filter((wanted) => {
    const at = surplus.findIndex((found) =>
      Object.entries(wanted).every(([key, value]) => (found[key] ?? null) === value),
    );
    if (at >= 0) surplus.splice(at, 1);
    return at < 0;
  });
  return { missing, surplus };
}

const NONE = { missing: [], surplus: [] };

const names = readdirSync(CASES).filter(
  (name) => statSync(join(CASES, name)).isDirectory() && !NOT_CASES.includes(name),
);

describe('intake', () => {
  it.each(names)('%s', async (name) => {
    expect(existsSync(join(CASES, name, 'expected.json')), 'expected.json').toBe(true);
    const expected = JSON.parse(
      readFileSync(join(CASES, name, 'expected.json'), 'utf8'),
    ) as Expected;
    const summary = await runCase(name, expected);
    const findings = summary.findings.filter(({ code }) => INTAKE.test(code)).map(flat);
    expect(unmatched(expected.findings, findings), expected.about).toEqual(NONE);
    // What is said of a sheet or its period is said at one cell.
    for (const { code, cell, row } of findings)
      if (cell && /-[PS]/.test(`${code}`)) expect(rowOf(`${cell}`)).toBe(row);
    if (expected.records) expect(unmatched(expected.records, records)).toEqual(NONE);
    if (expected.sheets) {
      const lines = summary.sheets.map(({ rows, ...line }) => ({ ...line, ...rows }));
      expect(unmatched(expected.sheets, lines)).toEqual(NONE);
    }
    for (const { rows } of summary.sheets)
      expect(rows.accepted + rows.rejected + rows.ignored).toBe(rows.read);
    for (const [unit, values] of Object.entries(expected.values ?? {})) {
      const found = Object.keys(values).map((indicator) => [
        indicator,
        summary.values.get(unit)?.get(indicator)?.value ?? null,
      ]);
      expect({ [unit]: Object.fromEntries(found) }).toEqual({ [unit]: values });
    }
  });
});
