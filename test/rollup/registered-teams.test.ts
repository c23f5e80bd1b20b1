import { describe, expect, it } from 'vitest';
import { lastDay, type Month } from '../../src/core/period.js';
import { treeAsOf } from '../../src/geography/tree.js';
import { INDICATORS } from '../../src/indicators/index.js';
import { aggregate } from '../../src/rollup/aggregate.js';
import { foldMonths } from '../../src/rollup/fold.js';
import { countRegisteredTeams } from '../../src/rollup/registered-teams.js';
import type { Fact } from '../../src/rollup/types.js';
import { registryOf } from '../geography/registry.js';

const MAY = '2026-05' as Month;
const units = [
  '9,Tỉnh A,province,,,',
  '1,Xã Một,commune,9,,',
  'a,Ấp A,hamlet,1,,',
  'b,Ấp B,hamlet,1,,',
  'c,Ấp C,hamlet,1,,',
  'd,Ấp D,hamlet,1,,',
];
const fact = (unit: string, indicator: string, value: number | null, month = MAY): Fact => {
  return { unit, month, indicator, value, source: 0 };
};
/** A hamlet's members, and the one team that a sheet without team names is taken for. */
const members = (unit: string, value: number) => [
  fact(unit, 'members', value),
  fact(unit, 'teams', value > 0 ? 1 : 0),
];

function counted(teams: readonly string[], facts: readonly Fact[]) {
  const registry = registryOf({ units, teams });
  const got = countRegisteredTeams(facts, registry, (month) => lastDay(month));
  const tree = treeAsOf(registry, lastDay(MAY));
  const served = new Map([['teams', got.served.get(MAY) ?? new Set<string>()]]);
  const folded = foldMonths(got.facts, INDICATORS, [MAY]);
  const values = aggregate(tree, folded, INDICATORS, new Map(), served).get('1')!;
  const coverage = values.get('team_coverage')!;
  return {
    teams: values.get('teams')!.value,
    members: values.get('members')!.value,
    perTeam: values.get('members_per_team')!.value,
    coverage: [coverage.numerator, coverage.denominator],
    findings: got.findings.map(({ unit, args }) => [unit, args.value, args.registry]),
  };
}

describe('teams.csv', () => {
  it('says how many teams a merged hamlet has', () => {
    expect(counted(['T1,a,a,,', 'T2,a,a,,'], members('a', 12))).toEqual({
      teams: 2,
      members: 12,
      perTeam: 6,
      coverage: [1, 4],
      findings: [['a', 1, 2]],
    });
  });

  it('is held against the facts as a whole, not each of its hamlets against all of them', () => {
    const codes = Array.from({ length: 300 }, (_, i) => `h${i}`);
    const hamlets = codes.map((code) => `${code},Ấp ${code},hamlet,1,,`);
    const registry = registryOf({
      units: [...units, ...hamlets],
      teams: codes.map((code) => `T${code},${code},${code},,`),
    });
    let looks = 0;
    const facts = codes.flatMap((code) =>
      members(code, 5).map((one) => ({
        ...one,
        get unit() {
          looks += 1;
          return code;
        },
      })),
    );
    const got = countRegisteredTeams(facts, registry, (month) => lastDay(month));
    expect(got.facts).toHaveLength(2 * codes.length);
    expect(looks).toBeLessThan(20 * facts.length);
  });

  it('has a team serve several hamlets: one team, and each of them has one', () => {
    const facts = [...members('a', 6), ...members('d', 4)];
    expect(counted(['T1,a,a;b;c,,'], facts)).toMatchObject({
      teams: 2,
      coverage: [4, 4],
      findings: [],
    });
  });

  it('counts a team once where the hamlets it serves each list their own members', () => {
    const facts = [...members('a', 3), ...members('b', 2)];
    expect(counted(['T1,a,a;b,,'], facts)).toMatchObject({
      ...{ teams: 1, members: 5, coverage: [2, 4] },
      findings: [['b', 1, 0]],
    });
  });

  it('counts a team of a commune at the first of its hamlets that has members', () => {
    const facts = [...members('b', 3), ...members('c', 2)];
    expect(counted(['T1,1,a;b;c,,'], facts)).toMatchObject({ teams: 1, coverage: [3, 4] });
  });

  it('counts a team once that has a row for each hamlet that it serves', () => {
    const facts = [...members('a', 3), ...members('b', 2)];
    expect(counted(['T1,1,a,,', 'T1,1,b,,', 'T2,a,a,,', 'T1,c,c,,'], facts)).toMatchObject({
      ...{ teams: 2, coverage: [2, 4] },
    });
  });

  it('counts no team without a member, and none that is not valid on the day', () => {
    expect(counted(['T1,a,a;b,,'], members('d', 5))).toMatchObject({ teams: 1, coverage: [1, 4] });
    expect(
      counted(['T1,a,a;b,,2026-05-13', 'T2,a,a;b,2026-05-15,'], members('a', 5)),
    ).toMatchObject({ teams: 1, coverage: [1, 4], findings: [] });
  });

  it('leaves everything as reported without the table', () => {
    expect(counted([], [...members('a', 6), ...members('b', 4)])).toMatchObject({
      ...{ teams: 2, coverage: [2, 4], findings: [] },
    });
  });
});
