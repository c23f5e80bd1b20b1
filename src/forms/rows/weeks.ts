import { dayNumber } from '../../core/days.js';
import type { Value } from '../../core/value.js';
import { CASTS, valueIn } from '../cast/index.js';
import { cellText } from '../cells/cell-text.js';
import { weekAlone, weekBehind, weekLeading } from '../cells/week-text.js';
import { leafOf } from '../header/heading-leaf.js';
import { OF_DAYS, OF_WEEKS } from '../header/part-headings.js';
import type { Recognition } from '../header/recognise.js';

/**
 * Says of a tally's row of which week, round or day of the month it is, as a number that rises with
 * time; null of none. It is written in a column of no count, or behind the hamlet's name.
 */
export type WeekOf = (values: readonly Value[]) => number | null;

/** The column of no count that says so by its heading: `Tuần`, `Ngày hỗ trợ`. */
export function weekColumn({ unknown, layout }: Recognition): number | null {
  if (layout.layout === 'list') return null;
  const headed = (words: RegExp) => unknown.find((one) => words.test(leafOf(one)))?.column;
  return headed(OF_WEEKS) ?? headed(OF_DAYS) ?? null;
}

/** Null where no column may say so. @param lastDay of the rows' month */
export function weeksIn(
  { unknown, fields, units }: Recognition,
  lastDay: string | null,
): WeekOf | null {
  const note = fields.get('note');
  const columns = [...unknown.map(({ column }) => column), ...(note === undefined ? [] : [note])];
  const { hamlet } = units;
  if (columns.length === 0 && hamlet === null) return null;
  const headed = unknown.find((one) => OF_WEEKS.test(leafOf(one)))?.column;
  const dated = unknown.find((one) => OF_DAYS.test(leafOf(one)))?.column;
  return (values) => {
    const own = headed === undefined ? null : weekAlone(cellText(values[headed] ?? null));
    if (own !== null) return own;
    for (const column of columns) {
      const value = values[column];
      const week = typeof value === 'string' ? weekLeading(cellText(value)) : null;
      if (week !== null) return week;
    }
    const name = hamlet === null ? null : values[hamlet];
    const behind = typeof name === 'string' ? weekBehind(cellText(name)) : null;
    if (behind !== null) return behind.part;
    return dated === undefined || lastDay === null
      ? null
      : dayWithin(values[dated] ?? null, lastDay);
  };
}

/** The number of a day of the month that ends with the last; null for any other. */
function dayWithin(value: Value, lastDay: string): number | null {
  const date = valueIn(CASTS.date(value));
  if (typeof date !== 'string' || date.length !== lastDay.length) return null;
  const monthBefore = new Date(lastDay);
  monthBefore.setUTCDate(monthBefore.getUTCDate() + 1);
  monthBefore.setUTCMonth(monthBefore.getUTCMonth() - 1);
  const first = monthBefore.toISOString().slice(0, lastDay.length);
  return first <= date && date <= lastDay ? dayNumber(date) : null;
}
