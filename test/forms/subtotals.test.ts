import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Subtotals } from '../../src/forms/table/subtotals.js';
import { growth } from '../helpers/processor-time.js';

const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);
const groups = fc.array(fc.array(fc.nat(50), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
});

/** Writes groups with a subtotal each, above or below its rows, and a grand total. */
function write(
  all: readonly (readonly number[])[],
  place: { readonly heads: boolean; readonly grandFirst: boolean },
  error = { group: -1, by: 0 },
): Subtotals {
  const subtotals = new Subtotals(['n']);
  let row = 0;
  const total = () => subtotals.state(++row, [sum(all.flat())]);
  if (place.grandFirst) total();
  all.forEach((numbers, i) => {
    const stated = [sum(numbers) + (i === error.group ? error.by : 0)];
    if (place.heads) subtotals.state(++row, stated, subtotals.mark(row));
    for (const n of numbers) subtotals.add(++row, [n]);
    if (!place.heads) subtotals.state(++row, stated);
  });
  if (!place.grandFirst) total();
  return subtotals;
}

describe('subtotals', () => {
  const place = fc.record({ heads: fc.boolean(), grandFirst: fc.boolean() });

  it('add up above and below, by group and in all', () => {
    fc.assert(
      fc.property(groups, place, (all, where) => {
        expect(write(all, where).imbalances()).toEqual([]);
      }),
    );
  });

  it('are told where nothing bears them out, with the rows that they sum', () => {
    fc.assert(
      fc.property(groups, place, fc.nat(5), (all, where, at) => {
        const group = at % all.length;
        const by = sum(all.flat()) + 1;
        const told = write(all, where, { group, by }).imbalances();
        expect(told).toHaveLength(1);
        expect(told[0]).toMatchObject({ field: 'n', found: sum(all[group]!) + by });
        if (all.length > 1) expect(told[0]!.expected).toBe(sum(all[group]!));
      }),
    );
  });

  it('of a group are told where they state what all groups come to', () => {
    const three = fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), {
      minLength: 3,
      maxLength: 6,
    });
    fc.assert(
      fc.property(three, place, (all, where) => {
        const by = sum(all.flat()) - sum(all[1]!);
        const told = write(all, where, { group: 1, by }).imbalances();
        expect(told).toMatchObject([{ found: sum(all.flat()), expected: sum(all[1]!) }]);
      }),
    );
  });

  it('keep up with a subtotal at every other row', () => {
    const rows = (count: number) => {
      const subtotals = new Subtotals(['n']);
      for (let row = 1; row < count; row += 2) {
        subtotals.add(row, [row % 7]);
        subtotals.state(row + 1, [row % 7]);
      }
      expect(subtotals.imbalances()).toEqual([]);
    };
    expect(growth(rows, 160_000)).toBeLessThan(10);
  });

  it('know the sum of the rows above, for a total that nobody calls so', () => {
    const subtotals = new Subtotals(['a', 'b']);
    subtotals.add(1, [1, 2]);
    subtotals.add(2, [3, null]);
    expect(subtotals.balancesAbove([4, 2])).toBe(true);
    expect(subtotals.balancesAbove([4, null])).toBe(true);
    expect(subtotals.balancesAbove([4, 3])).toBe(false);
    expect(subtotals.balancesAbove([null, null])).toBe(false);
  });
});

describe('rows that are left out', () => {
  /** Rows 1 and 2 are counted, 3 is left out; 4 states their sum, 6 that of a group left out. */
  const stated = (first: number, second: number) => {
    const totals = new Subtotals(['count']);
    totals.add(1, [2]);
    totals.add(2, [3]);
    totals.leaveOut([10]);
    totals.state(4, [first]);
    totals.leaveOut([7]);
    totals.state(6, [second]);
    return totals.imbalances().map(({ row, expected }) => [row, expected]);
  };

  it('may be summed, or may not', () => {
    expect(stated(5, 7)).toEqual([]);
    expect(stated(15, 7)).toEqual([]);
    expect(stated(15, 22)).toEqual([]);
    expect(stated(15, 5)).toEqual([]);
  });

  it('are no part of what is told where neither fits', () => {
    expect(stated(6, 5)).toEqual([[4, 5]]);
  });

  it('show that a row states their sum, though nobody calls it so', () => {
    const totals = new Subtotals(['count']);
    totals.add(1, [2]);
    totals.leaveOut([10]);
    expect([2, 12, 10].map((sum) => totals.balancesAbove([sum]))).toEqual([true, true, false]);
  });
});
