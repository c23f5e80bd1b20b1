import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMS } from '../../src/forms/declared/index.js';
import { resolveEntities } from '../../src/rollup/entities.js';
import { entriesOf, type ListRow } from './support/reports.js';

const identityOf = (form: string) => FORMS.find(({ id }) => id === form)!.list!.identity!;

/** Few values, so that rows often share one; 0 is blank. */
const few = fc.integer({ min: 0, max: 3 });
const rows = (max = 12) =>
  fc.array(
    fc.record({
      unit: fc.constant('111'),
      keys: fc.tuple(few, few),
      weak: fc.constant(7),
      group: fc.integer({ min: 0, max: 2 }),
      visit: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: max },
  );

const resolve = (form: string, list: readonly ListRow[]) =>
  resolveEntities(
    entriesOf(
      form,
      list.map((row, i) => ({ ...row, row: i + 2 })),
    ),
    identityOf(form),
  );

/** Whether two rows are the same, word for word as the contract has it. */
function same(form: string, a: ListRow, b: ListRow): boolean {
  const [a0, a1] = a.keys as [number, number];
  const [b0, b1] = b.keys as [number, number];
  const one = (x: number, y: number) => x !== 0 && x === y;
  if (form === 'households') return one(a0, b0) || one(a1, b1);
  if (form === 'eid') return one(a0, b0);
  if (form === 'members' && a.group !== b.group) return false;
  return a0 !== 0 && b0 !== 0 ? a0 === b0 : one(a1, b1);
}

/**
 * The rows by entity, quadratically. Where one row is the same as two that are not the same
 * (it lacks what tells them apart), it is of the first of them; households join.
 */
function naive(form: string, list: readonly ListRow[]): number[][] {
  const groups: number[][] = [];
  const order = list.map((_, i) => i);
  const whole = order.filter((i) => form === 'households' || list[i]!.keys[0] !== 0);
  for (const i of [...whole, ...order.filter((i) => !whole.includes(i))]) {
    const alike = groups.filter((group) => group.some((j) => same(form, list[i]!, list[j]!)));
    const first = alike.sort((a, b) => firstLike(a, i) - firstLike(b, i))[0];
    if (first === undefined) groups.push([i]);
    else {
      first.push(i);
      if (form !== 'households') continue;
      for (const other of alike.slice(1)) {
        first.push(...other);
        groups.splice(groups.indexOf(other), 1);
      }
    }
  }
  return groups.map((group) => group.sort((a, b) => a - b));

  function firstLike(group: number[], i: number): number {
    return Math.min(...group.filter((j) => same(form, list[i]!, list[j]!)));
  }
}

function grouped(entity: ArrayLike<number>): number[][] {
  const groups = new Map<number, number[]>();
  for (const [i, first] of Array.from(entity).entries())
    groups.set(first, [...(groups.get(first) ?? []), i]);
  return [...groups.values()];
}

const sorted = (groups: number[][]) => groups.map((group) => group.join(' ')).sort();

describe.each(['members', 'households', 'eid', 'merchants'])('the rows of a list of %s', (form) => {
  it('are told apart as comparing each with each would', () => {
    fc.assert(
      fc.property(rows(), (list) => {
        expect(sorted(grouped(resolve(form, list).entity))).toEqual(sorted(naive(form, list)));
      }),
      { numRuns: 500 },
    );
  });

  it('come to the same number in any order', () => {
    const shuffled = rows().chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const count = (of: typeof list) => new Set(Array.from(resolve(form, of).entity)).size;
        expect(count(other)).toBe(count(list));
      }),
      { numRuns: 500 },
    );
  });

  it('count once each: the first is kept, a later one a visit on a date of its own, or rejected', () => {
    fc.assert(
      fc.property(rows(), (list) => {
        const { verdicts, entity } = resolve(form, list);
        for (const group of grouped(entity)) {
          const days: number[] = [];
          for (const [n, i] of group.entries()) {
            const day = list[i]!.visit;
            const isVisit =
              form === 'households' && day !== 0 && !days.includes(0) && !days.includes(day);
            const wanted = n === 0 ? 'kept' : isVisit ? 'joined' : 'rejected';
            expect(verdicts[i]).toBe(wanted);
            if (wanted !== 'rejected') days.push(day);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a name alone warns, and only where nothing else could be compared', () => {
    fc.assert(
      fc.property(rows(6), (list) => {
        const { lookAlikes, verdicts, inTwoGroups } = resolve(form, list);
        const isTold = (row: number) => inTwoGroups.some((pair) => pair.row === row);
        const expected = list.flatMap((row, i) => {
          const alike = list.some(
            (other, j) =>
              j < i &&
              verdicts[j] === 'kept' &&
              row.keys.every((key, k) => key === 0 || other.keys[k] === 0),
          );
          return identityOf(form).weak && verdicts[i] === 'kept' && alike && !isTold(i) ? [i] : [];
        });
        expect(lookAlikes.map(({ row }) => row)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

it('a member in two teams is told once, beside the first', () => {
  const row = (group: number, keys: number[]): ListRow => ({ unit: '111', keys, weak: 7, group });
  const { inTwoGroups, verdicts } = resolve('members', [
    row(1, [5, 0]),
    row(2, [5, 0]),
    row(0, [5, 9]),
    row(2, [5, 8]),
  ]);
  expect(verdicts).toEqual(['kept', 'kept', 'kept', 'rejected']);
  expect(inTwoGroups).toEqual([
    { row: 1, other: 0 },
    { row: 2, other: 0 },
  ]);
});
