import {
  addMonths,
  comparePeriods,
  type Month,
  monthsOf,
  type Period,
  previousPeriod,
  samePeriodLastYear,
} from '../core/period.js';
import type { ComparisonKind, History } from './types.js';

/** Each kind of comparison with the period that it goes back to, where that one is known. */
export type BasePeriods = Readonly<Partial<Record<ComparisonKind, Period>>>;

/**
 * What a period is held against. The year's first period, and the first of all, are the first
 * that are known whole and of the same length.
 */
export function basePeriods(period: Period, history: History): BasePeriods {
  const known = new Set(history.map(({ month }) => month));
  const earlier = knownPeriods(period, known).filter((one) => comparePeriods(one, period) < 0);
  const isKnown = (one: Period) => earlier.includes(one);
  const inYear = earlier.filter((one) => one.slice(0, 4) === period.slice(0, 4));
  const bases: Record<ComparisonKind, Period | undefined> = {
    previous: [previousPeriod(period)].find(isKnown),
    last_year: [samePeriodLastYear(period)].find(isKnown),
    since_year_start: inYear[0],
    since_launch: earlier[0],
  };
  return Object.fromEntries(Object.entries(bases).filter(([, base]) => base !== undefined));
}

/** The periods as long as this one whose months are all known, in order. */
function knownPeriods(like: Period, known: ReadonlySet<Month>): Period[] {
  const length = monthsOf(like).length;
  const last = [...known].map((month) => periodEnding(month, length));
  return [...new Set(last.filter((one): one is Period => one !== null))]
    .filter((one) => monthsOf(one).every((month) => known.has(month)))
    .sort(comparePeriods);
}

/** The period of so many months that ends with this month; null where none does. */
function periodEnding(month: Month, length: number): Period | null {
  const [year, last] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  if (last % length !== 0) return null;
  if (length === 1) return month;
  if (length === 12) return `${year}`;
  return length === 3 ? `${year}-Q${last / 3}` : `${year}-H${last / 6}`;
}

/** All months from the first of one period to the last of another. */
export function monthsBetween(from: Period, to: Period): readonly Month[] {
  const first = monthsOf(from)[0]!;
  const last = monthsOf(to).at(-1)!;
  const months: Month[] = [];
  for (let at = first; at <= last; at = addMonths(at, 1)) months.push(at);
  return months;
}
