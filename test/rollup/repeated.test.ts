import fc from 'fast-check';
import { expect, it } from 'vitest';
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

it('are found among more than are looked at in one go', () => {
  const column = Float64Array.from({ length: 1_200_000 }, (_, i) => 96_000_000_000 + 7 * i);
  const other = Float64Array.from([96_000_000_000, 96_000_000_001, 96_000_000_000 + 7 * 1_199_999]);
  expect(sorted(repeatedNumbers([column, other]))).toEqual([other[0], other[2]]);
});
