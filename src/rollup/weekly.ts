import { type HeldPart, isByWeeks, isPart } from './held.js';

/** Rows of several weeks, in one sheet, with a sheet for each, or with a file. */
export function areByWeeks(tallies: readonly HeldPart[]): boolean {
  if (tallies.length === 1) return isByWeeks(tallies[0]!);
  const weeks = tallies.flatMap(({ part }) => part.tally.map(({ week }) => week));
  return weeks.length > 1 && !weeks.includes(undefined) && new Set(weeks).size === weeks.length;
}

/** The last week that a part has rows of, as `week-text` numbers them; 0 for none. */
export function lastWeek({ part }: HeldPart): number {
  return part.tally.reduce((last, { week }) => Math.max(last, week!), 0);
}

/**
 * Of what stands of a hamlet's form, the tallies of weeks that lie in several files, in the order of
 * their weeks; none where there are no such, or a list beside them.
 */
export function weeklyAcross(standing: readonly HeldPart[]): readonly HeldPart[] {
  if (standing.some(({ part }) => part.entries !== null)) return [];
  const weekly = standing.filter(
    (held) => held.part.tally.some(({ week }) => week !== undefined) && !isPart(held),
  );
  const files = new Set(weekly.map(({ file }) => file));
  if (files.size < 2 || !areByWeeks(weekly)) return [];
  return weekly.sort((a, b) => lastWeek(a) - lastWeek(b));
}
