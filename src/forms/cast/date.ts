import {
  type DateReading,
  dateFromNumber,
  isoDate,
  parseDate,
  parseMonthFirst,
} from '../../core/dates.js';
import { clean } from '../../core/text.js';
import { CalendarDate, isTimeOfDay, type Value } from '../../core/value.js';
import { BLANK, bad, good, refuse, saysNothing } from './results.js';
import type { Cast } from './types.js';

/** A date as ISO text; of a date of birth the year or the month alone is taken as well. */
export function castDate(raw: Value): Cast {
  return castWith(raw, parseDate);
}

/** The same in a column in which the month stands first. */
export function castMonthFirst(raw: Value): Cast {
  return castWith(raw, parseMonthFirst);
}

function castWith(raw: Value, parse: (text: string) => DateReading): Cast {
  if (raw === null) return BLANK;
  if (raw instanceof CalendarDate) return fromDate(raw);
  if (typeof raw === 'number') return fromReading(dateFromNumber(raw), raw);
  if (typeof raw !== 'string') return refuse(raw, 'date');
  const s = clean(raw);
  return saysNothing(s) ? BLANK : fromReading(parse(s.startsWith("'") ? s.slice(1) : s), raw);
}

function fromReading(read: DateReading, raw: Value): Cast {
  if (!('bad' in read)) return good(read.date, raw, read.repaired);
  const { suggestion, dayMonth } = read;
  const none = bad(raw, 'date', suggestion);
  return dayMonth === undefined ? none : { ...none, dayMonth };
}

/** As in `castYear`: 1985 in a date format is the year, not a day of 1905. */
function fromDate(raw: CalendarDate): Cast {
  if (isTimeOfDay(raw)) return bad(raw, 'date');
  const { serial, year, month, day } = raw;
  if (serial !== null && Number.isInteger(serial) && serial >= 1900 && serial <= 2100) {
    return good(String(serial), raw, true);
  }
  return isoDate(year, month, day);
}
