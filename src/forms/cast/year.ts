import { fullYear, parseDate } from '../../core/dates.js';
import { clean } from '../../core/text.js';
import { CalendarDate, isTimeOfDay, type Value } from '../../core/value.js';
import { castDate } from './date.js';
import { BLANK, bad, good, refuse, saysNothing } from './results.js';
import { type Cast, valueIn } from './types.js';

const FIRST = 1900;
const LAST = 2100;
const FOUR = /^\d{4}$/;
const TWO = /^(\d{2})(?:\.0)?$/;

function isYear(n: number): boolean {
  return n >= FIRST && n <= LAST && Number.isInteger(n);
}

/**
 * A year of birth. A whole date gives its year; two digits are read as Excel reads them
 * (00–29 20xx, else 19xx), and told.
 */
export function castYear(raw: Value): Cast {
  if (raw === null) return BLANK;
  if (typeof raw === 'number') return fromNumber(raw);
  if (raw instanceof CalendarDate) return fromDate(raw);
  return typeof raw === 'string' ? fromText(raw) : refuse(raw, 'year');
}

function fromNumber(raw: number): Cast {
  if (isYear(raw)) return raw;
  if (Number.isInteger(raw) && raw >= 10 && raw < 100) return good(fullYear(raw), raw, true);
  return yearOf(castDate(raw), raw, true);
}

/** A cell with 1985 in a date format shows a day of 1905: its serial is the year. */
function fromDate(raw: CalendarDate): Cast {
  if (raw.serial !== null && isYear(raw.serial)) return good(raw.serial, raw, true);
  return isYear(raw.year) && !isTimeOfDay(raw) ? raw.year : bad(raw, 'year');
}

function fromText(raw: string): Cast {
  if (FOUR.test(raw) && isYear(Number(raw))) return Number(raw);
  const s = clean(raw)
    .replace(/^'/, '')
    .replace(/^(?:sinh năm|năm sinh|năm|sn)[ .:]*/i, '');
  if (saysNothing(s)) return BLANK;
  const two = TWO.exec(s);
  if (two !== null) return good(fullYear(Number(two[1])), raw, true);
  const read = parseDate(s);
  if ('bad' in read) return bad(raw, 'year');
  return good(Number(read.date.slice(0, 4)), raw, read.repaired);
}

function yearOf(date: Cast, raw: Value, repaired: boolean): Cast {
  const value = valueIn(date);
  return typeof value === 'string'
    ? good(Number(value.slice(0, 4)), raw, repaired)
    : bad(raw, 'year');
}
