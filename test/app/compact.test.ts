import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBytes, toBytes } from '../../src/app/cache-bytes.js';
import { buffersOf, compact } from '../../src/app/compact.js';
import type { Entries, FileReport, Part } from '../../src/forms/report.js';

const number = fc.oneof(
  fc.nat(300),
  fc.nat(70_000),
  fc.nat({ max: 2 ** 32 }),
  fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  // -0 is none of the numbers that are held: 0 stands for what is blank.
  fc.double({ noNaN: true }).map((n) => n + 0),
);
const entries = fc.nat(20).chain((rows) => {
  const column = fc.array(number, { minLength: rows, maxLength: rows });
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

function reportOf(all: readonly (Entries | null)[]): FileReport {
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
  const sheets = [{ name: 'A', tables: [{ parts, columns: { name: 'B' } }] }];
  return { file: 'a.xlsx', sheets, findings: [] } as unknown as FileReport;
}

const partsOf = (report: FileReport) => report.sheets[0]!.tables[0]!.parts;
const plain = (report: FileReport) =>
  partsOf(report).map(({ entries: of, ...part }) => ({
    ...part,
    entries:
      of && Object.fromEntries(Object.entries(of).map(([key, value]) => [key, listed(value)])),
  }));
const listed = (value: unknown): unknown =>
  [...(value as Iterable<unknown>)].map((one) => (typeof one === 'object' ? listed(one) : one));

describe('compact', () => {
  it('holds the same numbers, in one buffer, also on the other side of a thread', () => {
    fc.assert(
      fc.property(fc.array(fc.option(entries), { maxLength: 4 }), (all) => {
        const report = reportOf(all);
        const packed = compact(report);
        expect(plain(packed)).toEqual(plain(report));
        const buffers = buffersOf(packed);
        expect(buffers.length).toBeLessThanOrEqual(1);
        const handed = structuredClone(packed, { transfer: buffers });
        expect(plain(handed)).toEqual(plain(report));
        for (const buffer of buffers) expect(buffer.byteLength).toBe(0);
      }),
    );
  });

  it('is read back from the bytes that it is kept as', () => {
    fc.assert(
      fc.property(fc.array(fc.option(entries), { maxLength: 4 }), fc.nat(8), (all, offset) => {
        const report = compact(reportOf(all));
        const bytes = toBytes(report);
        const moved = Buffer.from(new ArrayBuffer(bytes.length + offset), offset);
        moved.set(bytes);
        const back = fromBytes(moved) as FileReport;
        expect(plain(back)).toEqual(plain(report));
        expect({ ...back, sheets: [] }).toEqual({ ...report, sheets: [] });
      }),
    );
    expect(fromBytes(Buffer.from(toBytes('own-output')))).toBe('own-output');
  });

  it('takes 11 bytes for an account', () => {
    const rows = 10_000;
    const count = Array.from({ length: rows }, (_, i) => i);
    const packed = compact(
      reportOf([
        {
          row: count.map((i) => i + 12),
          keys: [count.map((i) => 96_000_000_000 + i)],
          mask: count.map((i) => 1 + (i % 2)),
          ...{ weak: [], group: [], visit: [] },
        },
      ]),
    );
    expect(buffersOf(packed)[0]?.byteLength).toBeLessThan(rows * 11 + 16);
  });
});
