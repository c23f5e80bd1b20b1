import { daysInMonth } from './dates.js';
import { CUTOFF_DAY, monthOf } from './period.js';

/** A year and `09`, `Q3`, `H2` or blank. */
export interface Span {
  readonly year: number;
  readonly part: string;
}

/** The month, quarter, half or year that runs from one month to another, or null. */
export function spanOfMonths(from: number, to: number, year: number): Span | null {
  const length = to - from + 1;
  if (length === 1) return { year, part: String(to).padStart(2, '0') };
  if (length === 3 && to % 3 === 0) return { year, part: `Q${to / 3}` };
  if (length === 6 && to % 6 === 0) return { year, part: `H${to / 6}` };
  return length === 12 && from === 1 ? { year, part: '' } : null;
}

/** A day of a year that may not be known. */
export interface Day {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

/**
 * The period that runs from day to day: by the cut-off (15/8 to 14/9) or by calendar months
 * (1/9 to 30/9); whichever the config sets, a sheet that states one of them means it.
 */
export function spanOfDays(from: Day, to: Day, cutoff = CUTOFF_DAY): Span | null {
  const start = firstMonth(from, cutoff);
  const end = lastMonth(to, cutoff);
  if (start === null || end === null || (from.day === 1) !== (to.day !== cutoff)) return null;
  const year = Number(end.slice(0, 4));
  return start.startsWith(`${year}`) ? spanOfMonths(+start.slice(5), +end.slice(5), year) : null;
}

/** As `spanOfDays`, one day more or less at either end: `từ 15/8 đến 15/9`. */
export function spanNear(from: Day, to: Day, cutoff = CUTOFF_DAY): Span | null {
  for (const first of daysAround(from))
    for (const last of daysAround(to)) {
      const found = spanOfDays(first, last, cutoff);
      if (found !== null) return found;
    }
  return null;
}

/** The month of reporting in which both days lie: `từ 15/8 đến 21/8/2024` is a week of it. */
export function monthAround(from: Day, to: Day, cutoff = CUTOFF_DAY): Span | null {
  const [first, last] = [from, to].map(({ year, month, day }) =>
    monthOf(year, day > cutoff ? month + 1 : month),
  );
  if (first !== last || to.day < 1 || to.day > daysInMonth(to.year, to.month)) return null;
  return { year: Number(last!.slice(0, 4)), part: last!.slice(5) };
}

function daysAround({ year, month, day }: Day): Day[] {
  return [0, -1, 1].map((shift) => {
    const date = new Date(Date.UTC(year, month - 1, day + shift));
    return {
      day: date.getUTCDate(),
      month: date.getUTCMonth() + 1,
      year: date.getUTCFullYear(),
    };
  });
}

/** The month of reporting that begins on this day. */
function firstMonth({ year, month, day }: Day, cutoff: number): string | null {
  if (day === 1) return monthOf(year, month);
  return day === cutoff + 1 ? monthOf(year, month + 1) : null;
}

/** The month of reporting that ends on this day. */
export function lastMonth({ year, month, day }: Day, cutoff = CUTOFF_DAY): string | null {
  return day === cutoff || day === daysInMonth(year, month) ? monthOf(year, month) : null;
}
