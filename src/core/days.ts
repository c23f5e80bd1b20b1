/** A day in milliseconds: in UTC all are of one length. */
export const DAY_IN_MS = 86_400_000;

/** Vietnam is seven hours ahead of UTC all the year round. */
export const VIETNAM_AHEAD_IN_MS = 7 * 3_600_000;

/** The day in Vietnam, ISO, of a moment (ISO, UTC). */
export function dayInVietnam(moment: string): string {
  return new Date(Date.parse(moment) + VIETNAM_AHEAD_IN_MS).toISOString().slice(0, 10);
}

/** True of a Saturday or Sunday (ISO date). */
export function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(date).getUTCDay());
}

/** Number of an ISO date's day, from 1970-01-01 on, which is 0. */
export function dayNumber(date: string): number {
  return Date.parse(date) / DAY_IN_MS;
}

/** Days from one ISO date to another; negative where that one is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The ISO date so many days after another; before it where negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_IN_MS).toISOString().slice(0, 10);
}
