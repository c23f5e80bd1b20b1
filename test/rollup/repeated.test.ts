import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ListBytes } from '../../src/forms/list-bytes.js';
import { StoredEntries, store } from '../../src/forms/stored-entries.js';
import { repeatedNumbers } from '../../src/rollup/repeated.js';

function naive(columns: readonly (readonly number[])[]): number[] {
  const times = new Map<number, number>();
  for (const number of columns.flat()) times.set(number, (times.get(number) ?? 0) + 1);
  return [...times].filter(([number, n]) => number !== 0 && n > 1).map(([number]) => number);
}

const sorted = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b);

it('are those that comparing each with each finds', () => {
  const number = fc.oneof(fc.nat(20), fc.maxSafeNat(), fc.constantFrom(96_012_345_678, 2 ** 32, 1));
  fc.assert(
    fc.property(fc.array(fc.array(number, { maxLength: 30 }), { maxLength: 5 }), (columns) => {
      expect(sorted(repeatedNumbers(columns))).toEqual(sorted(naive(columns)));
    }),
    { numRuns: 500 },
  );
});

it('are the same of columns as they are stored', () => {
  const identity = fc.oneof(fc.constantFrom(0, 1, 2 ** 32, 2 ** 33, 96_012_345_678), fc.nat(5));
  const number = fc.oneof(identity, identity, fc.nat({ max: 2 ** 40 - 1 }), fc.maxSafeNat());
  fc.assert(
    fc.property(fc.array(fc.array(number, { maxLength: 12 }), { maxLength: 4 }), (columns) => {
      const stored = columns.map((keys) => {
        const none = { row: [], weak: [], group: [], visit: [], mask: [] };
        const { buffer, starts } = store([{ ...none, keys: [keys] }]);
        return new StoredEntries(new ListBytes(buffer, false), starts[0]!).keys[0]!;
      });
      expect(sorted(repeatedNumbers(stored))).toEqual(sorted(naive(columns)));
    }),
    { numRuns: 500 },
  );
});

it('are found among more than are looked at in one go', () => {
  const column = Float64Array.from({ length: 1_200_000 }, (_, i) => 96_000_000_000 + 7 * i);
  const other = Float64Array.from([96_000_000_000, 96_000_000_001, 96_000_000_000 + 7 * 1_199_999]);
  expect(sorted(repeatedNumbers([column, other]))).toEqual([other[0], other[2]]);
});
