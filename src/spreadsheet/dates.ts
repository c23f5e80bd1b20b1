import { CalendarDate, MonthDate } from './types.js';

/** Where day numbers begin: 1900 (with its false leap day) or 1904. */
export type Epoch = 1900 | 1904;

const DAY_SECONDS = 86_400;
/** 9999-12-31 in the 1900 system, the last day that Excel shows. */
const LAST_SERIAL = 2_958_465;
/** Days between the epochs: 1904-01-01 is serial 1462 of 1900. */
const SHIFT_1904 = 1462;

/**
 * The calendar day of a serial number, as Excel shows it, or null where Excel shows none
 * (before the epoch, after 9999). The 1900 system counts a 29 February 1900 that never was
 * (serial 60) and a day 0 of January 1900, which stands for a time of day alone; both come
 * back as Excel shows them. ECMA-376 Part 1 §18.17.4.1.
 */
export function dateFromSerial(serial: number, epoch: Epoch): CalendarDate | null {
  if (!(serial >= 0)) return null;
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * DAY_SECONDS);
  if (seconds === DAY_SECONDS) {
    day += 1;
    seconds = 0;
  }
  const day1900 = epoch === 1904 ? day + SHIFT_1904 : day;
  if (day1900 > LAST_SERIAL) return null;
  if (epoch === 1900 && day === 0) return new CalendarDate(1900, 1, 0, seconds, serial);
  if (epoch === 1900 && day === 60) return new CalendarDate(1900, 2, 29, seconds, serial);
  return calendarDate(day1900 < 60 ? day1900 + 1 : day1900, seconds, serial);
}

/** Days from 1 March of the year 0 to 30 December 1899, the day before serial 1 and a leap day. */
const DAYS_TO_EPOCH = 693_899;
const DAYS_IN_400_YEARS = 146_097;

/**
 * Gregorian calendar by whole numbers: years that begin in March have their leap day last.
 * A `Date` would do the same in three times the time. (E. G. Richards, in: Explanatory
 * Supplement to the Astronomical Almanac, 3rd edition, 2013, §15.11.)
 */
function calendarDate(days: number, seconds: number, serial: number): CalendarDate {
  const n = days + DAYS_TO_EPOCH;
  const era = Math.floor(n / DAYS_IN_400_YEARS);
  const dayOfEra = n - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return new CalendarDate(year, month, day, seconds, serial);
}

/** The date, where its cell shows no day of it. */
export function asMonth({ year, month, day, seconds, serial }: CalendarDate): MonthDate {
  return new MonthDate(year, month, day, seconds, serial);
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/**
 * A cell of type `d` (ECMA-376 Part 1 §18.18.11): the day and the clock as written; a time
 * zone is dropped, not applied. Null where the text is no such date.
 */
export function dateFromIso(text: string): CalendarDate | null {
  const match = ISO.exec(text.trim());
  if (match === null) return null;
  const [year, month, day, hours, minutes, seconds] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const check = new Date(Date.UTC(year!, month! - 1, day!));
  if (check.getUTCMonth() !== month! - 1 || check.getUTCDate() !== day!) return null;
  if (hours! > 23 || minutes! > 59 || seconds! > 59) return null;
  return new CalendarDate(year!, month!, day!, hours! * 3600 + minutes! * 60 + seconds!, null);
}
