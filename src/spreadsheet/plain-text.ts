import { CalendarDate, CellError, Percentage, UncomputedFormula, type Value } from './types.js';

/**
 * A value as plain text for other programs: numbers plain (a percentage as the number that
 * it is), dates ISO, `TRUE` and `FALSE`, errors as Excel writes them, nothing for a blank
 * cell and for a formula that was never computed.
 */
export function plainText(value: Value): string {
  if (value === null || value instanceof UncomputedFormula) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof CalendarDate) return dateText(value);
  if (value instanceof CellError) return value.text;
  return String(value instanceof Percentage ? value.value : value);
}

/** `2024-09-05`, `2024-09-05T12:30:00`; of a time without a day, `12:30:00`. */
function dateText({ year, month, day, seconds }: CalendarDate): string {
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  const time = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  if (day === 0) return time;
  return seconds === 0 ? date : `${date}T${time}`;
}

function pad(number: number, width = 2): string {
  return String(number).padStart(width, '0');
}
