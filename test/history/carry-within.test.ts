import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedWithin } from '../../src/history/carry-within.js';
import { COMMUNES, HAMLETS, type Reported, summaryOf } from './made.js';

const MONTHS = ['2024-07', '2024-08', '2024-09'] as const;
const count = fc.integer({ min: 0, max: 9 });
const sheet = fc.record({ members: count, teams: count, households_assisted: count });
const month: fc.Arbitrary<Reported> = fc
  .array(fc.option(sheet), { minLength: HAMLETS.length, maxLength: HAMLETS.length })
  .map((sheets) =>
    Object.fromEntries(HAMLETS.flatMap((code, i) => (sheets[i] ? [[code, sheets[i]!]] : []))),
  );

describe('a quarter’s stocks', () => {
  it('tell the hamlets that stand with an earlier month, and which', () => {
    fc.assert(
      fc.property(fc.tuple(month, month, month), (all) => {
        const reported = Object.fromEntries(MONTHS.map((one, i) => [one, all[i]!]));
        const found = carriedWithin(summaryOf('2024-Q3', reported));
        const last = all.findLastIndex((one) => Object.keys(one).length > 0);
        const carried = new Map(
          HAMLETS.flatMap((code) => {
            const at = all.findLastIndex((one) => one[code] !== undefined);
            return at === -1 || at === last ? [] : [[code, MONTHS[at]!]];
          }),
        );
        const of = (unit: string) => [...carried.keys()].filter((code) => code.startsWith(unit));
        for (const indicator of ['members', 'teams', 'households_assisted_total']) {
          const own = found.filter((one) => one.indicator === indicator);
          const told = new Map(own.map((one) => [one.unit, one.hamlets]));
          for (const unit of ['1', ...COMMUNES, ...HAMLETS])
            expect(told.get(unit) ?? 0).toBe(of(unit).length);
          for (const { unit, lastMonth, silentIn } of own) {
            expect(lastMonth).toBe(carried.get(unit) ?? null);
            expect(silentIn).toBe(MONTHS[last]);
          }
        }
        expect(found.some(({ indicator }) => indicator === 'households_assisted')).toBe(false);
      }),
    );
  });

  it('carry into the shares and sums that are made of them', () => {
    const found = carriedWithin(
      summaryOf('2024-Q3', {
        '2024-08': { '1011': { teams: 1, members: 5, eid_level1: 3, eid_level2: 4 } },
        '2024-09': { '1011': { members: 6, eid_level1: 4 }, '1012': { teams: 2, members: 7 } },
      }),
    );
    const hamletsOf = (indicator: string) =>
      found.find((one) => one.unit === '1' && one.indicator === indicator)?.hamlets;
    expect(hamletsOf('members')).toBeUndefined();
    expect(hamletsOf('members_per_team')).toBe(1);
    expect(hamletsOf('team_coverage')).toBe(1);
    expect(hamletsOf('eid_accounts')).toBe(1);
  });

  it('are none of a month’s', () => {
    const one = summaryOf('2024-09', { '2024-09': { '1011': { members: 6 } } });
    expect(carriedWithin(one)).toEqual([]);
  });
});
