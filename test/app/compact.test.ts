import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBytes, toBytes } from '../../src/app/cache/bytes.js';
import { compact } from '../../src/app/reading/compact.js';
import { type Pieces, piecesOf, reportOf } from '../../src/app/reading/report-pieces.js';
import { FORMS } from '../../src/forms/declared/index.js';
import type { Entries, FileReport, Part } from '../../src/forms/report.js';
import { partsOf } from '../../src/forms/report-parts.js';

const number = fc.oneof(
  fc.nat(300),
  fc.nat(70_000),
  fc.nat({ max: 2 ** 32 }),
  fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  // -0 is none of the numbers that are held: 0 stands for what is blank.
  fc.double({ noNaN: true }).map((n) => n + 0),
);
/** Rows mostly follow each other. */
const rising = (rows: number) =>
  fc
    .array(fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.integer({ min: -3, max: 9 })), {
      minLength: rows,
      maxLength: rows,
    })
    .map((steps) => {
      let at = 100;
      return steps.map((step) => {
        at += step;
        return at;
      });
    });
const entries = fc.nat(40).chain((rows) => {
  const column = fc.oneof(fc.array(number, { minLength: rows, maxLength: rows }), rising(rows));
  const some = fc.oneof(column, fc.constant([]));
  return fc.record({
    row: column,
    keys: fc.array(column, { maxLength: 2 }),
    weak: some,
    group: some,
    visit: some,
    mask: column,
  });
});

function reportWith(all: readonly (Entries | null)[]): FileReport {
  const parts = all.map(
    (one, i): Part => ({
      unit: String(i),
      layout: one === null ? 'tally' : 'list',
      entries: one,
      tally: one === null ? [{ row: 1, values: { members: 4 } }] : [],
      rows: one?.row.length ?? 1,
      reported: ['name'],
    }),
  );
  const columns = { name: 'B' };
  const tables = ['eid', 'households'].map((form, i) => ({
    ...{ form, columns },
    parts: parts.filter((_, at) => at % 2 === i),
  }));
  const sheets = [{ name: 'A', tables }];
  return { file: 'a.xlsx', sheets, findings } as unknown as FileReport;
}

/** On cells, rows, sheets and files, this one and others. */
const findings = [
  { file: 'a.xlsx', sheet: 'A', row: 3, cell: 'B3' },
  { file: 'a.xlsx', sheet: 'A', row: 3 },
  { file: 'a.xlsx', sheet: 'A' },
  { file: 'a.xlsx', row: 3, cell: 'B3' },
  { file: 'a.xlsx' },
  { file: 'a.xlsx', sheet: 'gone', row: 3, cell: 'B3' },
  { file: 'b.xlsx', sheet: 'A', row: 3, cell: 'B3' },
].map((place) => ({ code: 'CCDS-R01', severity: 'error', place, args: {}, field: 'name' }));

const compacted = (report: FileReport) => compact(report, FORMS);
const COLUMNS = ['row', 'keys', 'weak', 'group', 'visit', 'mask'] as const;
const plain = (report: FileReport) =>
  partsOf(report).map(({ entries: of, ...part }) => ({
    ...part,
    entries: of && COLUMNS.map((name) => listed(of[name])),
  }));
const listed = (value: unknown): unknown =>
  [...(value as Iterable<unknown>)].map((one) => (typeof one === 'object' ? listed(one) : one));

const bytesOf = ({ numbers }: Pieces) =>
  numbers.reduce((sum, { byteLength }) => sum + byteLength, 0);

describe('compact', () => {
  it('holds the same numbers, in two buffers, also on the other side of a thread', () => {
    fc.assert(
      fc.property(fc.array(fc.option(entries), { maxLength: 4 }), (all) => {
        const report = reportWith(all);
        const packed = compacted(report);
        expect(plain(packed)).toEqual(plain(report));
        const pieces = piecesOf(packed);
        const handed = structuredClone(pieces, { transfer: [...pieces.numbers] });
        expect(plain(reportOf(handed) as FileReport)).toEqual(plain(report));
        expect(bytesOf(pieces)).toBe(0);
      }),
    );
  });

  it('gives each number by its index, and none beside the column', () => {
    fc.assert(
      fc.property(entries, (of) => {
        const [stored] = partsOf(compacted(reportWith([of])));
        for (const name of COLUMNS.filter((one) => one !== 'keys')) {
          const column = stored!.entries![name];
          expect(column.length).toBe(of[name].length);
          const got = [...of[name]].map((_, i) => column.at(i));
          expect(got).toEqual([...of[name]]);
          expect(column.at(column.length)).toBeUndefined();
        }
      }),
    );
  });

  it('is read back from the bytes that it is kept as, with the same secret', () => {
    const secret = Buffer.alloc(32, 7);
    fc.assert(
      fc.property(fc.array(fc.option(entries), { maxLength: 4 }), (all) => {
        const report = compacted(reportWith(all));
        const sealed = toBytes(report, secret);
        const back = fromBytes(sealed, secret) as FileReport;
        expect(plain(back)).toEqual(plain(report));
        expect({ ...back, sheets: [] }).toEqual({ ...report, sheets: [] });
        expect(() => fromBytes(sealed, Buffer.alloc(32, 8))).toThrow();
      }),
    );
    expect(fromBytes(toBytes('own-output', secret), secret)).toBe('own-output');
  });

  it('gives no report for bytes that were changed or cut', () => {
    const secret = Buffer.alloc(32, 7);
    const sealed = toBytes(compacted(reportWith([null])), secret);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const other = Uint8Array.from(sealed);
        other[at] = other[at]! ^ change;
        expect(() => fromBytes(other, secret)).toThrow();
        expect(() => fromBytes(sealed.subarray(0, at), secret)).toThrow();
      }),
    );
  });

  it('takes 6 bytes for an account', () => {
    const rows = 10_000;
    const count = Array.from({ length: rows }, (_, i) => i);
    const packed = compacted(
      reportWith([
        {
          row: count.map((i) => i + 12),
          keys: [count.map((i) => 96_000_000_000 + i)],
          mask: count.map((i) => 1 + (i % 2)),
          ...{ weak: [], group: [], visit: [] },
        },
      ]),
    );
    expect(bytesOf(piecesOf(packed))).toBeLessThan(rows * 6 + 100);
  });
});
