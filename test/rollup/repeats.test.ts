import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/core/period.js';
import { FORMS } from '../../src/forms/declared/index.js';
import { INDICATORS } from '../../src/indicators/index.js';
import type { HeldPart } from '../../src/rollup/held.js';
import { repeatedEntities } from '../../src/rollup/repeats.js';
import { rowsAgain } from '../../src/rollup/weeks.js';

const MONTHS = Array.from(
  { length: 12 },
  (_, i) => `2024-${String(i + 1).padStart(2, '0')}` as Month,
);

/** Each month lists a household of its own, and one that every second month lists. */
function lists(onRead: () => void): HeldPart[] {
  return MONTHS.map((month, i) => {
    const mask = {
      length: 2,
      at: () => 1,
      *[Symbol.iterator]() {
        onRead();
        yield* [1, 1];
      },
    };
    const keys = [
      [10 + i, i % 2 === 0 ? 1 : 100 + i],
      [0, 0],
    ];
    const entries = { row: [5, 6], keys, weak: [], group: [], visit: [], mask };
    const part = { unit: 'A', entries };
    return { part, month, dropped: new Set(), table: { form: 'households' }, superseded: false };
  }) as unknown as HeldPart[];
}

describe('households that several months list', () => {
  it('are counted of each month that an earlier one has them of', () => {
    const repeated = repeatedEntities(
      lists(() => {}),
      FORMS,
      INDICATORS,
    );
    const counts = MONTHS.map((month) => repeated('households_assisted_total', 'A', month));
    expect(counts).toEqual([0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]);
    expect(repeated('households_assisted_total', 'B', '2024-03')).toBe(0);
    expect(repeated('members', 'A', '2024-03')).toBe(0);
  });

  it('are looked for in the month that is asked for, and those before it, alone', () => {
    let reads = 0;
    const parts = lists(() => {
      reads += 1;
    });
    const repeated = repeatedEntities(parts, FORMS, INDICATORS);
    for (let i = 0; i < 3; i++) repeated('households_assisted_total', 'A', '2024-03');
    expect(reads).toBe(3);
  });
});

describe('rows of a list that stand in a later one again', () => {
  const list = (...keys: readonly number[]) => {
    const none = { weak: [], group: [], visit: [], mask: keys.map(() => 1) };
    const entries = { row: keys.map((_, i) => i + 5), keys: [keys, keys.map(() => 0)], ...none };
    return { part: { entries } } as unknown as HeldPart;
  };
  const form = FORMS.find(({ id }) => id === 'households')!;

  it.each([
    ['once each', [1, 2], [2, 3], 1],
    ['however often they do', [1, 2], [2, 2, 1], 2],
    ['not those that are twice in it alone', [1, 2], [3, 3, 4, 4], 0],
    ['nor those that are twice in the earlier one', [1, 1, 2], [3], 0],
  ])('are counted %s', (_, earlier, later, again) => {
    const found = rowsAgain([list(...earlier)], [list(...later)], form);
    expect(found).toEqual({ rows: earlier.length, again });
  });
});
