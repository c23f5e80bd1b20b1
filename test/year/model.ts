/** The year's figures by the plainest arithmetic there is: nothing of the program is used. */
import { HAMLETS, HOUSEHOLDS, type Month, UNITS } from './province.js';

/** Months as they are known now, the earliest first. */
export type Known = ReadonlyMap<string, Month>;

export type Figures = ReadonlyMap<string, number | null>;

/** Each hamlet's running totals, month by month: told, or the last and what is new. */
export function runningTotals(known: Known): Map<string, Map<string, number>> {
  const totals = new Map<string, Map<string, number>>();
  const seen = new Map<string, Set<number>>();
  const last = new Map<string, number>();
  for (const [period, month] of known) {
    const own = new Map<string, number>();
    for (const [hamlet, { assisted, total }] of month) {
      const known_ = seen.get(hamlet) ?? new Set<number>();
      const fresh =
        typeof assisted === 'number' ? assisted : assisted.filter((n) => !known_.has(n)).length;
      if (typeof assisted !== 'number') for (const n of assisted) known_.add(n);
      seen.set(hamlet, known_);
      last.set(hamlet, total ?? (last.get(hamlet) ?? 0) + fresh);
      own.set(hamlet, last.get(hamlet)!);
    }
    totals.set(period, own);
  }
  return totals;
}

/** Counts of one hamlet in one month. */
export type Counts = Readonly<Record<string, number>>;

export function countsOf(known: Known): Map<string, Map<string, Counts>> {
  const totals = runningTotals(known);
  return new Map(
    [...known].map(([period, month]) => [
      period,
      new Map(
        [...month].map(([hamlet, one]) => [
          hamlet,
          {
            teams: one.teams,
            members: one.members,
            eid_level1: one.level1,
            eid_level2: one.level2,
            eid_accounts: one.level1 + one.level2,
            households_assisted:
              typeof one.assisted === 'number' ? one.assisted : one.assisted.length,
            households_assisted_total: totals.get(period)!.get(hamlet)!,
          },
        ]),
      ),
    ]),
  );
}

export const COUNTS = [
  'teams',
  'members',
  'eid_level1',
  'eid_level2',
  'eid_accounts',
  'households_assisted',
  'households_assisted_total',
] as const;
export const STOCKS = COUNTS.filter((id) => id !== 'households_assisted');
export const RATIOS = ['members_per_team', 'team_coverage', 'household_coverage'] as const;
export const INDICATORS = [...COUNTS, ...RATIOS];

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/**
 * A figure of a unit: of the hamlets that reported.
 * @param of hamlets that it is made of; a ratio to households or hamlets divides by these too
 *   where `like` is set, else by all of the unit's
 */
export function figure(
  id: string,
  unit: string,
  counts: ReadonlyMap<string, Counts>,
  like?: readonly string[],
): number | null {
  const all = UNITS.get(unit)!;
  const own = (like ?? all).flatMap((hamlet): Counts[] => {
    const one = counts.get(hamlet);
    return one === undefined ? [] : [one];
  });
  if (own.length === 0) return null;
  const total = (count: string) => sum(own.map((one) => one[count]!));
  if (id === 'members_per_team')
    return total('teams') === 0 ? null : total('members') / total('teams');
  if (id === 'team_coverage')
    return own.filter((one) => one.teams! > 0).length / (like ?? all).length;
  if (id === 'household_coverage')
    return total('households_assisted_total') / sum((like ?? all).map(HOUSEHOLDS));
  return total(id);
}

/** Counts with the last ones of the hamlets that did not report. */
export function withLast(known: ReadonlyMap<string, ReadonlyMap<string, Counts>>, period: string) {
  const filled = new Map<string, Counts>();
  for (const [month, counts] of known) {
    if (month > period) break;
    for (const hamlet of HAMLETS) {
      const own = counts.get(hamlet);
      if (own !== undefined) filled.set(hamlet, own);
    }
  }
  return filled;
}
