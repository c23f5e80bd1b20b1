import { type Finding, finding } from '../core/finding.js';
import { groupBy } from '../core/group-by.js';
import type { Month } from '../core/period.js';
import type { IsoDate, Registry, TeamRow } from '../geography/types.js';
import { isValidOn, unitAsOf } from '../geography/validity.js';
import type { Fact } from './types.js';

export const TEAMS = 'teams';
export const MEMBERS = 'members';

export interface RegisteredTeams {
  /** The facts, `teams` of the hamlets that `teams.csv` names counted by it. */
  readonly facts: readonly Fact[];
  /** Hamlets that a team serves, their own or another's, by month. */
  readonly served: ReadonlyMap<Month, ReadonlySet<string>>;
  /** CCDS-T04: the sheet says another number of teams. */
  readonly findings: readonly Finding[];
}

/**
 * Teams are not always one a hamlet (contract, `teams.csv`): a merged hamlet may keep several,
 * and one may serve several. For a hamlet that the table names it says how many teams there
 * are, on the month's last day; others go by their sheets. A team counts (it has a member)
 * where its unit reports members, or else a hamlet that it serves; it counts once, at the
 * first of these. All hamlets that it serves have a team.
 */
export function countRegisteredTeams(
  facts: readonly Fact[],
  registry: Pick<Registry, 'teams' | 'units'>,
  dateOf: (month: Month) => IsoDate,
): RegisteredTeams {
  if (registry.teams.length === 0) return { facts, served: new Map(), findings: [] };
  const byMonth = groupBy(facts, (fact) => fact.month);
  const months = [...byMonth].map(([month, own]) => {
    const date = dateOf(month);
    const rows = registry.teams.filter((row) => isValidOn(row, date));
    return { month, ...countMonth(own, rows, registry, date) };
  });
  return {
    facts: months.flatMap((one) => one.facts),
    served: new Map(months.map(({ month, served }) => [month, served])),
    findings: months.flatMap((one) => one.findings),
  };
}

/** Of what hamlets have: teams where they count, for those that `teams.csv` names; whom they serve. */
export interface PlacedTeams {
  readonly teams: ReadonlyMap<string, number>;
  readonly served: ReadonlySet<string>;
}

/** The teams of `teams.csv` on a day, by the members that hamlets have. */
export function registeredTeamsOn(
  { teams }: Pick<Registry, 'teams'>,
  date: IsoDate,
  members: ReadonlyMap<string, number>,
): PlacedTeams {
  const rows = teams.filter((row) => isValidOn(row, date));
  const { homes, served } = placeTeams(rows, members);
  const named = [...new Set(rows.flatMap(hamletsOf))];
  return { teams: new Map(named.map((code) => [code, homes.get(code) ?? 0])), served };
}

function countMonth(
  facts: readonly Fact[],
  rows: readonly TeamRow[],
  registry: Pick<Registry, 'units'>,
  date: IsoDate,
) {
  const { homes, served } = placeTeams(rows, sumByUnit(facts, MEMBERS));
  const named = new Set(rows.flatMap(hamletsOf));
  const known = knownByUnit(facts);
  const counted = [...named].flatMap((code) =>
    countHamlet(known.get(code) ?? [], homes.get(code) ?? 0),
  );
  const said = sumByUnit(facts, TEAMS);
  const findings = counted.flatMap(({ unit: code, value }): Finding[] => {
    const before = said.get(code);
    if (before === undefined || before === value) return [];
    const unit = unitAsOf(registry, code, date)?.name ?? code;
    const args = { unit, value: before, registry: value! };
    return [finding('CCDS-T04', { file: '' }, args, { unit: code })];
  });
  const others = facts.filter(({ unit, indicator, value }) => {
    return indicator !== TEAMS || value === null || !named.has(unit);
  });
  return { facts: [...others, ...counted], served, findings };
}

/** Teams by the hamlet where they count: the first of theirs that reports a member. */
function placeTeams(rows: readonly TeamRow[], members: ReadonlyMap<string, number>) {
  const homes = new Map<string, number>();
  const served = new Set<string>();
  for (const hamlets of hamletsOfTeams(rows)) {
    const home = hamlets.find((code) => (members.get(code) ?? 0) > 0);
    if (home === undefined) continue;
    homes.set(home, (homes.get(home) ?? 0) + 1);
    for (const code of hamlets) served.add(code);
  }
  return { homes, served };
}

/** The hamlets of each team. Rows of one team and unit, as one for each hamlet served, are one team. */
function hamletsOfTeams(rows: readonly TeamRow[]): Iterable<readonly string[]> {
  const teams = new Map<string, readonly string[]>();
  for (const row of rows) {
    const key = `${row.team}\n${row.unit}`;
    teams.set(key, [...new Set([...(teams.get(key) ?? []), ...hamletsOf(row)])]);
  }
  return teams.values();
}

/** What is known of each unit's teams and members. */
function knownByUnit(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const known = facts.filter(
    ({ indicator, value }) => (indicator === TEAMS || indicator === MEMBERS) && value !== null,
  );
  return groupBy(known, ({ unit }) => unit);
}

/** The hamlet's teams, from the sheet that tells of its teams, or else of its members. */
function countHamlet(own: readonly Fact[], value: number): readonly Fact[] {
  const of = (indicator: string) => own.find((fact) => fact.indicator === indicator);
  const source = of(TEAMS) ?? of(MEMBERS);
  return source === undefined ? [] : [{ ...source, indicator: TEAMS, value }];
}

/** The team's own unit, then those that it serves. */
function hamletsOf({ unit, serves }: TeamRow): readonly string[] {
  return [...new Set([unit, ...serves])];
}

function sumByUnit(facts: readonly Fact[], indicator: string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { unit, value, indicator: id } of facts) {
    if (id === indicator && value !== null) sums.set(unit, (sums.get(unit) ?? 0) + value);
  }
  return sums;
}
