import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fallen,
  type Pair,
  quantile,
  unusualDifferences,
  unusualRatios,
} from '../../../src/rules/checks/plausibility.js';

const pair = (unit: string, previous: number, current: number): Pair => ({
  unit,
  previous,
  current,
});
/** Units of 100 to 130 that grew by 1 to 5. */
const usual = Array.from({ length: 30 }, (_, i) => pair(`u${i}`, 100 + i, 101 + i + (i % 5)));
const units = (found: readonly Pair[]) => found.map(({ unit }) => unit);

describe('fallen', () => {
  it('is less than before, and nothing else', () => {
    expect(units(fallen([pair('a', 5, 4), pair('b', 5, 5), pair('c', 5, 6)]))).toEqual(['a']);
  });
});

describe.each([
  ['Hidiroglou-Berthelot', unusualRatios],
  ['modified z-score', unusualDifferences],
])('%s', (_, check) => {
  it('finds nothing where all change alike', () => {
    expect(check(usual)).toEqual([]);
  });

  it('finds a digit too many and a digit missing', () => {
    const found = check([...usual, pair('more', 110, 1120), pair('less', 110, 11)]);
    expect(units(found)).toEqual(['more', 'less']);
    expect(found[0]).toMatchObject({ previous: 110, current: 1120 });
  });

  it('leaves small counts alone', () => {
    expect(check([...usual, pair('small', 2, 19)])).toEqual([]);
    expect(check([...usual, pair('near', 110, 118)])).toEqual([]);
  });

  it('says nothing of what is all but usual, however alike the others are', () => {
    const alike = Array.from({ length: 30 }, (_, i) => pair(`u${i}`, 40, 60 + (i % 2)));
    expect(check([...alike, pair('near', 40, 64)])).toEqual([]);
    expect(units(check([...alike, pair('far', 40, 400)]))).toEqual(['far']);
  });

  it('says nothing of a handful of units', () => {
    expect(check([...usual.slice(0, 8), pair('more', 110, 1120)])).toEqual([]);
  });

  it('does not depend on the order of the units', () => {
    const counts = fc.array(fc.tuple(fc.nat(500), fc.nat(500)), { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(counts, (values) => {
        const pairs = values.map(([a, b], i) => pair(`u${i}`, a, b));
        const backwards = [...pairs].reverse();
        expect(units(check(backwards)).sort()).toEqual(units(check(pairs)).sort());
      }),
    );
  });

  it('never tells a change below the guard', () => {
    const counts = fc.array(fc.tuple(fc.nat(5000), fc.nat(5000)), { maxLength: 60 });
    fc.assert(
      fc.property(counts, (values) => {
        for (const { previous, current } of check(values.map(([a, b], i) => pair(`${i}`, a, b)))) {
          expect(Math.abs(previous - current)).toBeGreaterThanOrEqual(10);
          expect(Math.max(previous, current)).toBeGreaterThanOrEqual(20);
        }
      }),
    );
  });
});

describe('Hidiroglou-Berthelot', () => {
  it('weighs a large unit’s change more than a small one’s', () => {
    const sizes = Array.from({ length: 40 }, (_, i) => pair(`u${i}`, 100, 100 + ((i % 9) - 4) * 2));
    const [small, large] = [pair('small', 40, 52), pair('large', 40_000, 52_000)];
    expect(units(unusualRatios([...sizes, small, large]))).toEqual(['large']);
  });

  it('says what the usual pace would have made', () => {
    const [more] = unusualRatios([...usual, pair('more', 200, 2100)]);
    expect(more!.usual).toBe(205);
  });
});

describe('modified z-score', () => {
  it('works where most units have not changed at all', () => {
    const still = Array.from({ length: 30 }, (_, i) => pair(`u${i}`, 100, i < 25 ? 100 : 101));
    expect(units(unusualDifferences([...still, pair('more', 100, 190)]))).toEqual(['more']);
  });

  it('a usual difference just below 0 is 0, never -0', () => {
    const still = Array.from({ length: 23 }, (_, i) => pair(`u${i}`, i < 12 ? 101 : 100, 100));
    const [found] = unusualDifferences([...still, pair('more', 100, 190)]);
    expect(found!.usual).toBe(0);
  });
});

it('a quantile lies between the two nearest values', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([10, 20, 30], 0.25)).toBe(15);
});
