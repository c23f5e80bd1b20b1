import { clean } from '../../core/text.js';
import { CalendarDate, CellError, isTimeOfDay, Percentage, type Value } from '../../core/value.js';

const two = (n: number) => String(n).padStart(2, '0');

function timeText(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
}

/**
 * A cell as a person would read it out: dates `14/09/2024`, times `12:05`, `TRUE`, numbers plain,
 * blank ''.
 */
export function cellText(value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return clean(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof CalendarDate) {
    if (isTimeOfDay(value)) return timeText(value.seconds);
    return `${two(value.day)}/${two(value.month)}/${String(value.year).padStart(4, '0')}`;
  }
  if (value instanceof Percentage) return `${Number((value.value * 100).toPrecision(12))}%`;
  return value instanceof CellError ? value.text : '';
}

/** The first day of a month of these years: what a spreadsheet makes of `8/2024`. */
export function isFirstOfMonth(value: Value | undefined): value is CalendarDate {
  return value instanceof CalendarDate && value.day === 1 && value.year >= 2000;
}
