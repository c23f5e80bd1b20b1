import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type Month } from '../../src/core/period.js';
import { basePeriods } from '../../src/history/base-periods.js';
import { review } from '../../src/history/review.js';
import type { Comparison } from '../../src/history/types.js';
import { registryOf } from '../geography/registry.js';
import {
  COMMUNES,
  closed,
  HAMLETS,
  lastDayOf,
  REGISTRY,
  type Reported,
  summaryOf,
} from './made.js';

const count = fc.integer({ min: 0, max: 50 });
const sheet = fc.record({ members: count, teams: count, households_assisted: count });
/** What each hamlet reports of one month: everything, or nothing. */
const month: fc.Arbitrary<Reported> = fc
  .array(fc.option(sheet, { freq: 3 }), { minLength: HAMLETS.length, maxLength: HAMLETS.length })
  .map((sheets) =>
    Object.fromEntries(HAMLETS.flatMap((code, i) => (sheets[i] ? [[code, sheets[i]!]] : []))),
  );

const under = (unit: string) => HAMLETS.filter((code) => code.startsWith(unit));
const sum = (values: readonly (number | undefined)[]) => {
  const known = values.filter((value): value is number => value !== undefined);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
};
const total = (reported: Reported, unit: string, id: string, of = under(unit)) =>
  sum(of.map((code) => reported[code]?.[id]));
const minus = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);

function find(comparisons: readonly Comparison[], kind: string, unit: string, indicator: string) {
  return comparisons.find(
    (one) => one.kind === kind && one.unit === unit && one.indicator === indicator,
  );
}

const FIRST = '2023-10' as Month;
const at = (i: number) => addMonths(FIRST, i);

describe('comparisons', () => {
  it('are the differences of what was reported, and of the hamlets that reported in both', () => {
    fc.assert(
      fc.property(fc.array(month, { minLength: 14, maxLength: 14 }), (months) => {
        const now = months.at(-1)!;
        const period = at(13);
        const history = months.slice(0, -1).map((reported, i) => closed(at(i), reported));
        const { comparisons } = review(summaryOf(period, { [period]: now }), history, {
          registry: REGISTRY,
          lastDayOf,
        });
        const bases = { previous: 12, last_year: 1, since_year_start: 3, since_launch: 0 };
        for (const [kind, i] of Object.entries(bases)) {
          const base = months[i]!;
          for (const unit of ['1', ...COMMUNES, ...HAMLETS]) {
            const both = under(unit).filter((code) => now[code] && base[code]);
            for (const id of ['members', 'teams', 'households_assisted']) {
              const found = find(comparisons, kind, unit, id);
              const [value, baseValue] = [total(now, unit, id), total(base, unit, id)];
              if (value === null && baseValue === null) {
                expect(found).toBeUndefined();
                continue;
              }
              expect(found).toMatchObject({ base: at(i), value, baseValue });
              expect(found!.change).toBe(minus(value, baseValue));
              expect(found!.like).toEqual({
                hamlets: both.length,
                unequal: 0,
                value: total(now, unit, id, both),
                baseValue: total(base, unit, id, both),
                change: minus(total(now, unit, id, both), total(base, unit, id, both)),
              });
            }
            const perTeam = find(comparisons, kind, unit, 'members_per_team');
            const teams = total(now, unit, 'teams', both);
            expect(perTeam?.like.value ?? null).toBe(
              teams ? total(now, unit, 'members', both)! / teams : null,
            );
            const flow = find(comparisons, kind, unit, 'households_assisted');
            const months_ = months.slice(i).map((one) => total(one, unit, 'households_assisted'));
            if (flow === undefined) continue;
            expect(flow.accumulated).toEqual(
              kind.startsWith('since_')
                ? {
                    value: sum(months_.map((n) => n ?? undefined)),
                    // A month of which nothing has come is not known, and said to lack.
                    months: 14 - i - (Object.keys(now).length === 0 ? 1 : 0),
                    elapsed: 14 - i,
                  }
                : null,
            );
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('go back to the first known periods, and to none that is not whole', () => {
    const history = ['2024-01', '2024-02', '2024-03', '2024-05', '2024-06'].map((one) =>
      closed(one as Month, {}),
    );
    expect(basePeriods('2024-07', history)).toEqual({
      previous: '2024-06',
      since_year_start: '2024-01',
      since_launch: '2024-01',
    });
    expect(basePeriods('2024-Q3', history)).toEqual({
      since_year_start: '2024-Q1',
      since_launch: '2024-Q1',
    });
    expect(basePeriods('2025', history)).toEqual({});
    expect(basePeriods('2024-01', history)).toEqual({});
  });

  it('have no change of a running total that began anew with the year', () => {
    const of = (households_assisted: number, households_assisted_total: number) => ({
      '1011': { households_assisted, households_assisted_total },
    });
    const history = [
      closed('2023-01', of(4, 4)),
      closed('2023-12', of(9, 99)),
      closed('2024-01', of(5, 5)),
    ];
    const at = (month: Month, base: 'launch' | 'year') => {
      const now = summaryOf(month, { [month]: of(6, 11) });
      return review(now, history, { registry: REGISTRY, lastDayOf, base }).comparisons;
    };
    const total = 'households_assisted_total';
    const january = at('2024-01', 'year');
    for (const id of [total, 'household_coverage'])
      expect(find(january, 'previous', '1', id)).toMatchObject({
        ...{ beganAnew: true, change: null, like: { hamlets: 1, change: null } },
      });
    expect(find(january, 'previous', '1', total)).toMatchObject({ value: 11, baseValue: 99 });
    const whole = { beganAnew: false };
    expect(find(january, 'previous', '1', 'households_assisted')).toMatchObject({
      ...{ ...whole, change: -3 },
    });
    expect(find(january, 'last_year', '1', total)).toMatchObject({ ...whole, change: 7 });
    const february = at('2024-02', 'year');
    expect(find(february, 'previous', '1', total)).toMatchObject({ ...whole, change: 6 });
    const onward = at('2024-01', 'launch');
    expect(find(onward, 'previous', '1', total)).toMatchObject({ ...whole, change: -88 });
  });

  it('compare a quarter with the months of another: flows add, stocks take the last', () => {
    const of = (members: number, households_assisted: number) => ({
      '1011': { members, households_assisted },
    });
    const history = [
      closed('2024-01', of(5, 10)),
      closed('2024-02', of(6, 20)),
      closed('2024-03', {}),
    ];
    const months = { '2024-04': of(7, 1), '2024-05': of(8, 2), '2024-06': of(9, 3) };
    const { comparisons } = review(summaryOf('2024-Q2', months), history, {
      registry: REGISTRY,
      lastDayOf,
    });
    expect(find(comparisons, 'previous', '1', 'members')).toMatchObject({
      base: '2024-Q1',
      value: 9,
      baseValue: 6,
    });
    expect(find(comparisons, 'since_year_start', '1', 'households_assisted')).toMatchObject({
      value: 6,
      baseValue: 30,
      accumulated: { value: 36, months: 6, elapsed: 6 },
    });
  });

  it('hold longer periods against each other over hamlets that reported as many months', () => {
    const months = fc.array(month, { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(months, (all) => {
        const known = all.map((reported, i) => [addMonths('2024-01', i), reported] as const);
        const history = known.slice(0, 3).map(([at, reported]) => closed(at, reported));
        const summary = summaryOf('2024-Q2', Object.fromEntries(known.slice(3)));
        const { comparisons } = review(summary, history, { registry: REGISTRY, lastDayOf });
        const quarters = [all.slice(3), all.slice(0, 3)];
        const places = (code: string) =>
          quarters.map((some) => some.flatMap((one, i) => (one[code] ? [i] : [])));
        for (const unit of ['1', ...COMMUNES, ...HAMLETS]) {
          const both = under(unit).filter((code) => places(code).every((some) => some.length > 0));
          const of = {
            members: both.filter((code) => places(code)[0]!.at(-1) === places(code)[1]!.at(-1)),
            households_assisted: both.filter(
              (code) => places(code)[0]!.length === places(code)[1]!.length,
            ),
          };
          for (const [id, alike] of Object.entries(of)) {
            const like = find(comparisons, 'previous', unit, id)?.like;
            if (like === undefined) continue;
            const figure = (side: number) =>
              sum(
                alike.flatMap((code) => {
                  const some = quarters[side]!.map((one) => one[code]?.[id]);
                  const values = some.filter((one) => one !== undefined);
                  return id === 'members' ? values.slice(-1) : values;
                }),
              );
            expect(like).toEqual({
              hamlets: alike.length,
              unequal: both.length - alike.length,
              value: figure(0),
              baseValue: figure(1),
              change: minus(figure(0), figure(1)),
            });
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('put earlier figures on the map of today', () => {
    const registry = registryOf({
      units: [
        '1,Tỉnh Một,province,,,',
        '101,Xã A,commune,1,,2024-06-30',
        '102,Xã B,commune,1,,2024-06-30',
        '103,Xã C,commune,1,2024-07-01,',
        '1011,Ấp Một,hamlet,101,,2024-06-30',
        '1011,Ấp Một,hamlet,103,2024-07-01,',
        '1021,Ấp Hai,hamlet,102,,2024-06-30',
        '1021,Ấp Hai,hamlet,103,2024-07-01,',
      ],
      changes: ['2024-07-01,101,103,1', '2024-07-01,102,103,1'],
    });
    const reported = { '1011': { members: 5 }, '1021': { members: 7 } };
    const history = [closed('2024-06', reported, registry)];
    const now = summaryOf('2024-07', { '2024-07': { '1011': { members: 6 } } }, registry);
    const { comparisons } = review(now, history, { registry, lastDayOf });
    expect(find(comparisons, 'previous', '103', 'members')).toMatchObject({
      value: 6,
      baseValue: 12,
      change: -6,
      like: { hamlets: 1, value: 6, baseValue: 5, change: 1 },
    });
  });
});

describe('targets', () => {
  it('are attained by the stock as it stands, and by the year’s flow so far', () => {
    const of = (households_assisted: number, households_assisted_total: number) => ({
      '1011': { households_assisted, households_assisted_total },
    });
    const history = [closed('2023-12', of(99, 99)), closed('2024-01', of(30, 129))];
    const now = summaryOf('2024-02', { '2024-02': of(50, 179) });
    const { attainments } = review(now, history, { registry: REGISTRY, lastDayOf });
    const find = (indicator: string, unit = '1') =>
      attainments.find((one) => one.unit === unit && one.indicator === indicator);
    expect(find('households_assisted')).toEqual({
      unit: '1',
      indicator: 'households_assisted',
      period: '2024',
      target: 400,
      value: 80,
      attainment: 0.2,
    });
    expect(find('household_coverage')!.value).toBe(179 / 1100);
    expect(find('household_coverage', '101')!.value).toBe(179 / 600);
    expect(find('households_assisted', '101')).toBeUndefined();
  });

  it('of the year are held against a unit that ends within it', () => {
    const registry = registryOf({
      units: [
        '1,Tỉnh Một,province,,,',
        '101,Xã A,commune,1,,2024-04-30',
        '1011,Ấp,hamlet,101,,2024-04-30',
      ],
      targets: ['101,members,2024,15'],
    });
    const now = summaryOf('2024-02', { '2024-02': { '1011': { members: 12 } } }, registry);
    const { attainments } = review(now, [], { registry, lastDayOf });
    expect(attainments).toMatchObject([{ unit: '101', target: 15, attainment: 0.8 }]);
  });
});
