import { daysInMonth, isoDate } from './dates.js';
import { memoText } from './memo.js';

/** A month of reporting, `2024-09`. */
export type Month = `${number}-${number}`;

/** `2024-09`, `2024-Q3`, `2024-H2` or `2024`: a month, or what is built from months. */
export type Period = Month | `${number}-Q${number}` | `${number}-H${number}` | `${number}`;

/** The period that figures are of; blank where nothing states one. */
export type KnownPeriod = Period | '';

/**
 * When a month of reporting begins and ends. `cutoff`: the day after the cut-off day of the
 * month before, to the cut-off day (Nghị định 09/2019/NĐ-CP: 15th to 14th).
 */
export type Calendar = 'cutoff' | 'calendar';

/** Last day of a month of reporting, unless the config sets another (1 to 28). */
export const CUTOFF_DAY = 14;

const PERIOD = /^((?:19|20)\d{2})(?:-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/;

/** The period that the text names exactly, in its one spelling; else null. */
export function parsePeriod(text: string): Period | null {
  return PERIOD.test(text) ? (text as Period) : null;
}

/** True for `2024-09`, false for longer periods. */
export function isMonth(period: string): period is Month {
  return /^\d{4}-\d{2}$/.test(period) && parsePeriod(period) !== null;
}

/** `monthOf(2024, 9)` → `2024-09`. Months beyond 1 to 12 run over into other years. */
export function monthOf(year: number, month: number): Month {
  const index = year * 12 + month - 1;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** Year, first month (1 to 12) and number of months. */
function spanOf(period: Period): readonly [year: number, first: number, length: number] {
  const year = Number(period.slice(0, 4));
  const part = period.slice(5);
  if (part === '') return [year, 1, 12];
  const n = Number(part.slice(1));
  if (part.startsWith('Q')) return [year, n * 3 - 2, 3];
  if (part.startsWith('H')) return [year, n * 6 - 5, 6];
  return [year, Number(part), 1];
}

/** The months that a period is built from, first to last. */
export const monthsOf: (period: Period) => readonly Month[] = memoText((period: Period) => {
  const [year, first, length] = spanOf(period);
  return Array.from({ length }, (_, i) => monthOf(year, first + i));
});

/** The month so many months later (before, where negative). */
export function addMonths(month: Month, count: number): Month {
  return monthOf(Number(month.slice(0, 4)), Number(month.slice(5)) + count);
}

/** Of `2024-01` `2023-12`. */
export function previousMonth(month: Month): Month {
  return addMonths(month, -1);
}

/** The period of the same length just before: of `2024-Q1` `2023-Q4`. */
export function previousPeriod(period: Period): Period {
  const [year, first, length] = spanOf(period);
  const [y, m] = splitMonth(monthOf(year, first - length));
  if (length === 12) return `${y}`;
  if (length === 1) return monthOf(y, m);
  return length === 3 ? `${y}-Q${(m + 2) / 3}` : `${y}-H${(m + 5) / 6}`;
}

/** The year that a period lies in. */
export function yearOf(period: Period): Period {
  return `${Number(period.slice(0, 4))}`;
}

/** The same period a year before: what `cùng kỳ` compares with. */
export function samePeriodLastYear(period: Period): Period {
  return `${Number(period.slice(0, 4)) - 1}${period.slice(4)}` as Period;
}

function splitMonth(month: Month): readonly [year: number, month: number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5))];
}

/** First day of a period, ISO. `2024-09` begins on 2024-08-15. */
export function firstDay(
  period: Period,
  calendar: Calendar = 'cutoff',
  cutoff = CUTOFF_DAY,
): string {
  const first = monthsOf(period)[0]!;
  if (calendar === 'calendar') return `${first}-01`;
  const [year, month] = splitMonth(previousMonth(first));
  return isoDate(year, month, cutoff + 1);
}

/** Last day of a period, ISO; the unit tree of the period is that of this day. */
export function lastDay(
  period: Period,
  calendar: Calendar = 'cutoff',
  cutoff = CUTOFF_DAY,
): string {
  const [year, month] = splitMonth(monthsOf(period).at(-1)!);
  return isoDate(year, month, calendar === 'calendar' ? daysInMonth(year, month) : cutoff);
}

/** The month of reporting that an ISO date falls in. */
export function monthOfDate(
  date: string,
  calendar: Calendar = 'cutoff',
  cutoff = CUTOFF_DAY,
): Month {
  const later = calendar === 'cutoff' && Number(date.slice(8, 10)) > cutoff ? 1 : 0;
  return monthOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)) + later);
}

/** True where every month of `inner` is one of `outer`'s. */
export function includes(outer: Period, inner: Period): boolean {
  const months = monthsOf(outer);
  return monthsOf(inner).every((month) => months.includes(month));
}

/** In order of time: by last month, the shorter period first. */
export function comparePeriods(a: Period, b: Period): number {
  const [x, y] = [spanOf(a), spanOf(b)];
  return x[0] * 12 + x[1] + x[2] - (y[0] * 12 + y[1] + y[2]) || x[2] - y[2];
}
