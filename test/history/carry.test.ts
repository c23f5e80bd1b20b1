import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/core/period.js';
import { review } from '../../src/history/review.js';
import { lastTotals, runningHistory } from '../../src/history/running.js';
import { INDICATORS } from '../../src/indicators/index.js';
import { aggregate } from '../../src/rollup/aggregate.js';
import { foldMonths } from '../../src/rollup/fold.js';
import { countRegisteredTeams } from '../../src/rollup/registered-teams.js';
import {
  closed,
  facts,
  HAMLETS,
  lastDayOf,
  mapOf,
  REGISTRY,
  type Reported,
  summaryOf,
} from './made.js';

const carriedOf = (summary: ReturnType<typeof summaryOf>, history: ReturnType<typeof closed>[]) => {
  const { carried } = review(summary, history, { registry: REGISTRY, lastDayOf });
  return (unit: string, indicator: string) =>
    carried.find((one) => one.unit === unit && one.indicator === indicator);
};

describe('hamlets that fell silent', () => {
  const history = [
    closed('2024-01', { '1011': { members: 5, teams: 1 }, '1012': { members: 4, teams: 1 } }),
    closed('2024-02', { '1011': { members: 6, teams: 1 }, '1021': { members: 9, teams: 2 } }),
  ];
  const now = summaryOf('2024-03', { '2024-03': { '1011': { members: 7, teams: 1 } } });
  const carried = carriedOf(now, history);

  it('leave the total of what was reported, with their last figures beside it', () => {
    expect(carried('1', 'members')).toEqual({
      unit: '1',
      indicator: 'members',
      value: 7,
      withLast: 7 + 4 + 9,
      hamlets: 2,
    });
    expect(carried('101', 'members')).toMatchObject({ value: 7, withLast: 11, hamlets: 1 });
    expect(carried('1012', 'members')).toMatchObject({ value: null, withLast: 4, hamlets: 1 });
    expect(carried('1011', 'members')).toBeUndefined();
  });

  it('are in the ratios too, which are made anew from the sums', () => {
    expect(carried('1', 'members_per_team')!.withLast).toBe(20 / 4);
    expect(carried('1', 'team_coverage')).toMatchObject({ value: 1 / 6, withLast: 3 / 6 });
  });

  it('carry no flow: what was not reported this month did not happen this month', () => {
    const before = [closed('2024-02', { '1012': { households_assisted: 9 } })];
    const of = carriedOf(now, before);
    expect(of('1', 'households_assisted')).toBeUndefined();
  });

  it('make a sum of what each part last was', () => {
    const before = [closed('2024-02', { '1012': { eid_level1: 10, eid_level2: 20 } })];
    const summary = summaryOf('2024-03', {
      '2024-03': { '1011': { eid_level1: 1, eid_level2: 2 } },
    });
    expect(carriedOf(summary, before)('1', 'eid_accounts')).toMatchObject({
      value: 3,
      withLast: 33,
      hamlets: 1,
    });
  });
});

describe('running totals of hamlets that fell silent', () => {
  const total = (households_assisted_total: number) => ({ households_assisted_total });
  const history = [
    closed('2023-12', { '1012': total(40), '1013': total(30) }),
    closed('2024-01', { '1011': total(5), '1013': total(3) }),
  ];
  const now = summaryOf('2024-02', { '2024-02': { '1011': total(8) } });
  const of = (base: 'launch' | 'year') => {
    const { carried } = review(now, history, { registry: REGISTRY, lastDayOf, base });
    return (unit: string, indicator = 'households_assisted_total') =>
      carried.find((one) => one.unit === unit && one.indicator === indicator);
  };

  it('are carried as long as they run on', () => {
    expect(of('launch')('1')).toMatchObject({ value: 8, withLast: 8 + 40 + 3, hamlets: 2 });
  });

  it('are not carried into a year that they begin anew with', () => {
    const carried = of('year');
    expect(carried('1')).toMatchObject({ value: 8, withLast: 8 + 3, hamlets: 1 });
    expect(carried('1012')).toBeUndefined();
    expect(carried('1', 'household_coverage')).toMatchObject({ hamlets: 1 });
  });
});

describe('teams that serve other hamlets', () => {
  const team = (unit: string, serves: string[]) => ({
    ...{ team: `t${unit}`, unit, serves, validFrom: null, validTo: null },
  });
  const teams = [team('1011', ['1012']), team('1013', ['1021', '1022'])];
  const registry = { ...REGISTRY, teams };
  /** A month as it is rolled up: teams counted by the table, their hamlets having one. */
  const rolled = (month: Month, reported: Reported) => {
    const counted = countRegisteredTeams(facts(month, reported), registry, lastDayOf);
    const summary = summaryOf(month, { [month]: reported }, registry);
    const folded = foldMonths(counted.facts, INDICATORS, [month]);
    const served = new Map([['teams', counted.served.get(month) ?? new Set<string>()]]);
    const values = aggregate(summary.tree, folded, INDICATORS, summary.baselineValues, served);
    return { ...summary, facts: counted.facts, values };
  };

  it('are carried as if the silent hamlets had reported what they last did', () => {
    const sheet = fc.record({ members: fc.integer({ min: 1, max: 9 }), teams: fc.constant(1) });
    const all = fc.tuple(...HAMLETS.map(() => fc.tuple(sheet, fc.boolean())));
    fc.assert(
      fc.property(all, (given) => {
        const whole = Object.fromEntries(HAMLETS.map((code, i) => [code, given[i]![0]]));
        const some = Object.fromEntries(
          HAMLETS.flatMap((code, i) => (given[i]![1] ? [[code, given[i]![0]]] : [])),
        );
        const before = rolled('2024-02', whole);
        const past = {
          ...{ month: '2024-02' as Month, facts: before.facts, published: before.values },
          baselines: before.baselineValues,
        };
        const { carried } = review(rolled('2024-03', some), [past], { registry, lastDayOf });
        const expected = rolled('2024-03', whole).values;
        for (const { unit, indicator, withLast } of carried.filter((one) => one.unit.length < 4))
          expect([unit, indicator, withLast]).toEqual([
            ...[unit, indicator, expected.get(unit)!.get(indicator)!.value],
          ]);
      }),
    );
  });
});

describe('running totals', () => {
  const history = [
    closed('2023-12', { '1011': { households_assisted_total: 90 } }),
    closed('2024-01', { '1012': { households_assisted: 5, households_assisted_total: 40 } }),
  ];
  const of = (base: 'launch' | 'year') => {
    const reported = {
      '1011': { households_assisted: 7 },
      '1012': { households_assisted: 3 },
      '1013': { households_assisted: 2 },
      '1021': { households_assisted: 1, households_assisted_total: 77 },
    };
    const map = mapOf(summaryOf('2024-02', {}));
    const before = lastTotals(runningHistory(history, '2024-02', base), map);
    const summary = summaryOf('2024-02', { '2024-02': reported }, REGISTRY, {
      before,
      pending: new Map(),
      repeated: (_, unit) => (unit === '1012' ? 2 : 0),
    });
    return (unit: string) => summary.values.get(unit)!.get('households_assisted_total')!.value;
  };

  it('are the last one and those of the month that were not counted, unless told', () => {
    const total = of('launch');
    expect(total('1011')).toBe(90 + 7);
    expect(total('1012')).toBe(40 + 3 - 2);
    expect(total('1013')).toBe(2);
    expect(total('1021')).toBe(77);
    expect(total('1')).toBe(97 + 41 + 2 + 77);
  });

  it('begin anew with the year where that is their base', () => {
    const total = of('year');
    expect(total('1011')).toBe(7);
    expect(total('1012')).toBe(41);
  });
});
