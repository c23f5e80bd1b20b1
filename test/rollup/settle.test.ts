import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/finding.js';
import type { RowSpan } from '../../src/core/row-runs.js';
import { FORMS } from '../../src/forms/declared/index.js';
import type { FileReport, Part } from '../../src/forms/report.js';
import { INDICATORS } from '../../src/indicators/index.js';
import { account } from '../../src/rollup/accounting.js';
import { aggregate } from '../../src/rollup/aggregate.js';
import { countedOf } from '../../src/rollup/counted-rows.js';
import { foldMonths } from '../../src/rollup/fold.js';
import { type Settled, settle } from '../../src/rollup/settle.js';
import { growth } from '../helpers/processor-time.js';
import { type FileSpec, fileReport, HAMLETS, type TableSpec, TREE } from './support/reports.js';

const MONTHS = ['2024-08', '2024-09'] as const;
const hamlet = fc.constantFrom(...HAMLETS);
const few = fc.integer({ min: 0, max: 4 });
const count = fc.option(fc.integer({ min: 0, max: 9 }));

const listRow = fc.record({
  unit: hamlet,
  keys: fc.tuple(few, few),
  weak: few,
  group: fc.integer({ min: 0, max: 2 }),
  visit: few,
});
const common = {
  form: fc.constantFrom('members', 'households', 'eid', 'merchants'),
  month: fc.constantFrom(...MONTHS),
  other: few,
  rejectedBy: fc.dictionary(fc.constantFrom('', ...HAMLETS), fc.integer({ min: 1, max: 3 }), {
    maxKeys: 2,
  }),
  state: fc.constantFrom('read', 'read', 'read', 'read', 'rejected', 'other-period'),
} as const;
const fields = FORMS.flatMap((form) => form.tally!.fields.filter((f) => f.type === 'count')).map(
  ({ id }) => id,
);
const tallyRow = fc.record({
  unit: hamlet,
  values: fc.tuple(...fields.map(() => count)).map((values) => {
    return Object.fromEntries(fields.map((id, i) => [id, values[i] ?? null]));
  }),
});
const table: fc.Arbitrary<TableSpec> = fc.oneof(
  fc.record({ ...common, list: fc.array(listRow, { maxLength: 8 }) }),
  fc.record({ ...common, tally: fc.array(tallyRow, { maxLength: 4 }) }),
);
const file = fc.record({
  mark: fc.constantFrom('', '', ' lần 2', ' bổ sung', ' bản sửa', ' (1)'),
  saved: fc.constantFrom('2024-09-15T00:00:00.000Z', '2024-09-16T00:00:00.000Z'),
  sha256: fc.constantFrom('a', 'b', 'c', ''),
  tables: fc.array(table, { maxLength: 3 }),
});
const files: fc.Arbitrary<FileSpec[]> = fc
  .array(file, { maxLength: 5 })
  .map((all) => all.map(({ mark, ...spec }, i) => ({ ...spec, name: `${i}${mark}.xlsx` })));

const rowsIn = ([first, length]: RowSpan) => Array.from({ length }, (_, i) => first + i);

const settled = (specs: readonly FileSpec[]) =>
  settle(specs.map(fileReport), { forms: FORMS, indicators: INDICATORS });
const valuesOf = ({ facts }: Settled) =>
  aggregate(TREE, foldMonths(facts, INDICATORS, MONTHS), INDICATORS, new Map());
const additive = INDICATORS.filter(({ kind }) => kind !== 'ratio');

describe('whatever the files', () => {
  it('read = accepted + rejected + ignored: tables, submissions and units alike', () => {
    fc.assert(
      fc.property(files, (specs) => {
        const { sheets, submissions, units } = account(settled(specs), TREE);
        const sum = (all: { accepted: number; rejected: number; ignored: number }[]) =>
          all.reduce(
            ([a, r, i], one) => [a! + one.accepted, r! + one.rejected, i! + one.ignored],
            [0, 0, 0],
          );
        // What the workbook names as a sheet's rows is all that was accepted of it.
        for (const { rows, counted = [] } of sheets)
          expect(counted.reduce((total, { count }) => total + count, 0)).toBe(rows.accepted);
        for (const { rows } of [...sheets, ...submissions]) {
          expect(rows.accepted + rows.rejected + rows.ignored).toBe(rows.read);
          expect(Math.min(rows.accepted, rows.rejected, rows.ignored)).toBeGreaterThanOrEqual(0);
        }
        for (const { accepted, rejected, ignored } of units)
          expect(Math.min(accepted, rejected, ignored)).toBeGreaterThanOrEqual(0);
        expect(sum([...units])).toEqual(sum(sheets.map(({ rows }) => rows)));
        const read = sheets.reduce((total, { rows }) => total + rows.read, 0);
        const written = specs
          .flatMap((spec) => fileReport(spec).sheets)
          .reduce((total, { rows }) => total + rows, 0);
        expect(read).toBe(written);
      }),
      { numRuns: 400 },
    );
  });

  it('the rows of a list that are named as counted are those that stand', () => {
    fc.assert(
      fc.property(files, (specs) => {
        for (const held of settled(specs).parts) {
          const { entries } = held.part;
          if (entries === null || held.superseded) continue;
          const stands = (_: number, i: number) => !held.dropped.has(i) && !held.aside.has(i);
          expect(countedOf([held]).flatMap(({ spans }) => spans.flatMap(rowsIn))).toEqual(
            [...entries.row].filter(stands),
          );
        }
      }),
    );
  });

  it('each row that settling rejects has an error of its own', () => {
    fc.assert(
      fc.property(files, (specs) => {
        const { parts, findings } = settled(specs);
        const errors = findings.filter(({ severity }) => severity === 'error');
        const dropped = parts.reduce((sum, held) => sum + held.dropped.size, 0);
        expect(errors.length).toBe(dropped);
        const places = errors.map(({ place }) => `${place.file} ${place.sheet} ${place.row}`);
        expect(new Set(places).size).toBe(dropped);
      }),
      { numRuns: 400 },
    );
  });

  it('nothing is replaced, or set aside as a copy, without a finding', () => {
    fc.assert(
      fc.property(files, (specs) => {
        const { parts, findings, copies } = settled(specs);
        const coded = (code: string) => findings.filter((one) => one.code === code).length;
        for (const { superseded, file, part } of parts) {
          const isTold = ({ code, place, args }: Finding) =>
            code === 'CCDS-D07' &&
            place.file === file.file &&
            // Five hamlets are named, and all of them counted.
            (`${args.hamlets}`.includes(part.unit) ||
              (`${args.hamlets}`.endsWith(', …') && Number(args.count) > 5));
          if (superseded) expect(findings.some(isTold)).toBe(true);
        }
        expect(coded('CCDS-D06')).toBe(copies.size);
      }),
      { numRuns: 300 },
    );
  });

  it('the order in which they are handed in does not matter', () => {
    const shuffled = files.chain((specs) =>
      fc.tuple(fc.constant(specs), fc.shuffledSubarray(specs, { minLength: specs.length })),
    );
    fc.assert(
      fc.property(shuffled, ([specs, other]) => {
        const [a, b] = [settled(specs), settled(other)];
        expect(b.facts).toEqual(a.facts);
        expect(b.findings).toEqual(a.findings);
        expect(account(b, TREE)).toEqual(account(a, TREE));
      }),
      { numRuns: 200 },
    );
  });

  it('totals are conserved at every level', () => {
    fc.assert(
      fc.property(files, (specs) => {
        const values = valuesOf(settled(specs));
        for (const node of TREE.byCode.values()) {
          if (node.children.length === 0) continue;
          for (const { id } of additive) {
            const own = values.get(node.unit.code)!.get(id)!;
            const below = node.children.map((child) => values.get(child.unit.code)!.get(id)!);
            const known = below.flatMap(({ value }) => value ?? []);
            const sum = known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
            expect(own.value).toBe(sum);
            expect(own.reported).toBe(below.reduce((a, { reported }) => a + reported, 0));
            expect(own.expected).toBe(below.reduce((a, { expected }) => a + expected, 0));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a file sent as one for each hamlet comes to the same', () => {
    fc.assert(
      fc.property(fc.array(table, { minLength: 1, maxLength: 4 }), (tables) => {
        const of = (unit: string): FileSpec => ({
          name: `${unit}.xlsx`,
          tables: tables.map((one) =>
            'list' in one
              ? { ...one, list: one.list.filter((row) => row.unit === unit) }
              : { ...one, tally: one.tally.filter((row) => row.unit === unit) },
          ),
        });
        const whole = valuesOf(settled([{ name: 'x.xlsx', tables }]));
        const split = valuesOf(settled(HAMLETS.map(of)));
        for (const [unit, row] of whole) expect([...split.get(unit)!]).toEqual([...row]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('accounts, restated by hand', () => {
  /** A sheet of accounts: identity numbers of a hamlet, in a file of some version. */
  const accounts = fc.array(
    fc.record({
      version: fc.integer({ min: 1, max: 3 }),
      hour: fc.integer({ min: 0, max: 5 }),
      rows: fc.array(fc.record({ unit: hamlet, id: fc.integer({ min: 1, max: 9 }) }), {
        maxLength: 6,
      }),
    }),
    { maxLength: 6 },
  );
  type Sent = { version: number; hour: number; rows: { unit: string; id: number }[] };

  const specOf = ({ version, hour, rows }: Sent, i: number): FileSpec => ({
    name: `${i} lần ${version}.xlsx`,
    saved: `2024-09-16T0${hour}:00:00.000Z`,
    tables: [
      {
        form: 'eid',
        list: rows.map(({ unit, id }) => ({ unit, keys: [id], counts: ['eid_level1'] })),
      },
    ],
  });

  /** Hamlet → how many accounts: the last file of each, distinct, in the first hamlet. */
  function naive(sent: readonly Sent[]): Map<string, number> {
    const order = sent
      .map((one, i) => ({ ...one, i }))
      .sort((a, b) => a.version - b.version || a.hour - b.hour || a.i - b.i);
    const counts = new Map<string, number>();
    const taken = new Set<number>();
    for (const unit of HAMLETS) {
      const last = order.filter(({ rows }) => rows.some((row) => row.unit === unit)).at(-1);
      if (last === undefined) continue;
      const ids = new Set(last.rows.filter((row) => row.unit === unit).map(({ id }) => id));
      counts.set(unit, [...ids].filter((id) => !taken.has(id)).length);
      for (const id of ids) taken.add(id);
    }
    return counts;
  }

  it('are counted once each, of the last file, in the first hamlet', () => {
    fc.assert(
      fc.property(accounts, (sent) => {
        const values = valuesOf(settled(sent.map(specOf)));
        const found = HAMLETS.flatMap((unit) => {
          const { value } = values.get(unit)!.get('eid_accounts')!;
          return value === null ? [] : [[unit, value] as const];
        });
        expect(found).toEqual([...naive(sent)]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('very many rows of one hamlet', () => {
  it('are one team, if they say so', () => {
    const whole = fileReport({ name: 'a', tables: [{ form: 'members', list: [ONE] }] });
    const rows = Array.from({ length: 150_000 }, (_, i) => i + 2);
    const teams = [{ name: 'Tổ 1', rows, leaders: rows }];
    const report = withParts(whole, (part) => ({ ...part, teams }));
    const { findings } = settle([report], { forms: FORMS, indicators: INDICATORS });
    expect(findings.map(({ code }) => code)).toEqual(['CCDS-T02', 'CCDS-T03']);
  });

  it('that repeat a tally cost by their number, however much is told of the file', () => {
    const work = (size: number) => {
      const tally = Array.from({ length: size }, () => ({ unit: '111', values: { members: 3 } }));
      const report = fileReport({ name: 'a', tables: [{ form: 'members', tally }] });
      const told = tally.map((_, i): Finding => ({ ...RENAMED, place: { file: 'a', row: i + 2 } }));
      settle([{ ...report, findings: told }], { forms: FORMS, indicators: INDICATORS });
    };
    expect(growth(work, 9600)).toBeLessThan(8);
  });

  const ONE = { unit: '111', keys: [1, 1] };
  const RENAMED: Finding = {
    code: 'CCDS-U04',
    severity: 'info',
    unit: '112',
    place: { file: 'a' },
    args: { name: 'Ấp 1', successor: 'Ấp 2', code: '112' },
  };
  const withParts = (report: FileReport, change: (part: Part) => Part): FileReport => ({
    ...report,
    sheets: report.sheets.map((sheet) => ({
      ...sheet,
      tables: sheet.tables.map((one) => ({ ...one, parts: one.parts.map(change) })),
    })),
  });
});
