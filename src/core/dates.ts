import { daysBetween } from './days.js';
import { clean, fold, foldAccents } from './text.js';

/**
 * A date read from text. `date` is ISO: `2024-09-05`, or `1985-05` or `1985` where the text
 * says no more (dates of birth). `repaired`: not written as a date is, yet without doubt.
 */
export type DateReading =
  | { readonly date: string; readonly repaired?: true }
  | { readonly bad: true; readonly suggestion?: string; readonly dayMonth?: DayMonth };

/** A day of a year that is not said: `20/8`. */
export interface DayMonth {
  readonly day: number;
  readonly month: number;
}

const BAD: DateReading = Object.freeze({ bad: true });
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** Excel's serials of 1954-10-03 and 2064-04-08: what a date column can sensibly hold. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 60_000;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Number of days in a month, Gregorian. */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

/** `2024-09-05`. The days of some decades stand in lists all over a province: each is written once. */
export function isoDate(year: number, month: number, day: number): string {
  const key = (year * 16 + month) * 32 + day;
  const slot = key & (DAYS_KEPT - 1);
  if (keptDays[slot] === key) return keptTexts[slot]!;
  const full = year < 1000 ? String(year).padStart(4, '0') : String(year);
  const text = `${full}-${two(month)}-${two(day)}`;
  keptDays[slot] = key;
  keptTexts[slot] = text;
  return text;
}

/** Room for 64 years. */
const DAYS_KEPT = 2 ** 15;
const keptDays = new Int32Array(DAYS_KEPT);
const keptTexts = new Array<string>(DAYS_KEPT).fill('');

const TWO: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

function two(n: number): string {
  return TWO[n] ?? String(n);
}

/** Two-digit years as Excel takes them: 00–29 are 20xx, 30–99 are 19xx. */
export function fullYear(twoDigits: number): number {
  return twoDigits + (twoDigits < 30 ? 2000 : 1900);
}

/** Excel's serial number (1900 system) as an ISO date, or null outside 1954–2064. */
export function serialDate(serial: number): string | null {
  if (!(serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1)) return null;
  return new Date(Date.UTC(1899, 11, 30 + Math.floor(serial))).toISOString().slice(0, 10);
}

/** The date, checked: `31/02` and `13` for a month are none; `mm/dd` is only suggested. */
function check(year: number, month: number, day: number, repaired: boolean): DateReading {
  if (year < FIRST_YEAR || year > LAST_YEAR) return BAD;
  if (day >= 1 && day <= daysInMonth(year, month)) {
    const date = isoDate(year, month, day);
    return repaired ? { date, repaired } : { date };
  }
  if (month > 12 && day >= 1 && day <= 12 && month <= daysInMonth(year, day)) {
    return { bad: true, suggestion: `${two(month)}/${two(day)}/${year}` };
  }
  return BAD;
}

/** `SA` and `CH` are Vietnamese Windows' AM and PM. */
const TIME =
  /[ t,]+\d{1,2}[:h]\d{0,2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:[ap]m|sa|ch))?(?:z|[+-]\d\d:?\d\d)?$/;
const DAY_FIRST = /^(\d{1,2}) ?([/.\-_ ]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{1,2})$/;
const IN_WORDS = /^(\d{1,2}) ?[-/,]? ?th(?:ang|g)?\.? ?(\d{1,2}) ?[-/,]? ?(?:nam )?(\d{4}|\d{2})$/;
/** `05 Tháng Chín 2024`, a Vietnamese Windows' long date. */
const MONTH_IN_WORDS = /^(\d{1,2}) thang ([a-z]+(?: (?:mot|hai))?),? (?:nam )?(\d{4})$/;
const MONTH_WORDS: readonly (readonly string[])[] = [
  ...'gieng|mot hai ba tu|bon nam sau bay tam chin muoi'.split(' ').map((word) => word.split('|')),
  ['muoi mot'],
  ['muoi hai', 'chap'],
];
const ENGLISH = /^(\d{1,2})[ -]([a-z]{3})[a-z]*[ ,-]+(\d{4}|\d{2})$/;
const MONTH_FIRST = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/;
/** The English months by their first letters, in order. */
export const ENGLISH_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH_YEAR = /^(?:th(?:ang|g)?\.? ?)?(\d{1,2}) ?(?:[/.-]| nam ) ?(\d{4})$/;
const YEAR_MONTH = /^(\d{4})-(\d{1,2})$/;
const DAY_MONTH = /^(\d{1,2}) ?(?:[/.-]|th(?:ang|g)?\.?) ?(\d{1,2})$/;
/** `1985.0`: a program took the year for a number. */
const YEAR = /^(?:nam )?(\d{4})(?:\.0)?$/;
const EIGHT = /^(\d{8})(?:\.0)?$/;
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;

function dayFirst(day: string, month: string, year: string, repaired = false): DateReading {
  const full = year.length === 2 ? fullYear(Number(year)) : Number(year);
  return check(full, Number(month), Number(day), repaired || year.length === 2);
}

/** `1985-05`, `1985`: what a date of birth may come to. */
function partial(year: string, month: string | null): DateReading {
  const [y, m] = [Number(year), Number(month ?? 1)];
  if (y < FIRST_YEAR || y > LAST_YEAR || m < 1 || m > 12) return BAD;
  return { date: month === null ? year : `${year}-${two(m)}` };
}

/** `05092024` or `20240905`: only one of the two can be meant. */
function eightDigits(s: string): DateReading {
  const read = check(+s.slice(4), +s.slice(2, 4), +s.slice(0, 2), true);
  return 'date' in read ? read : check(+s.slice(0, 4), +s.slice(4, 6), +s.slice(6), true);
}

/** `15h30 ngày 5/9/2024`, `sáng thứ 3, 20/8/2024`: the time or the day of the week comes first. */
const TIME_FIRST =
  /^(?:\d{1,2}[:h]\d{0,2}(?::\d{2})?,? |(?:sang|trua|chieu|toi),? )?(?:(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn)[ ,-]+)?(?:ngay )?/;
/** `05/09-2024`, `05//09/2024`, `5\9\2024`: slips between the parts of a date. */
const SLIPS = /(?<=\d) ?[/\\.,-]{1,2} ?(?=\d)/g;

type Reader = (m: RegExpExecArray) => DateReading;

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [DAY_FIRST, (m) => dayFirst(m[1]!, m[3]!, m[4]!, m[2] === ' ' || m[2] === '_')],
  [YEAR_FIRST, (m) => check(+m[1]!, +m[3]!, +m[4]!, false)],
  [IN_WORDS, (m) => dayFirst(m[1]!, m[2]!, m[3]!)],
  [ENGLISH, (m) => dayFirst(m[1]!, String(ENGLISH_MONTHS.indexOf(m[2]!) + 1), m[3]!, true)],
  [MONTH_FIRST, (m) => dayFirst(m[2]!, String(ENGLISH_MONTHS.indexOf(m[1]!) + 1), m[3]!, true)],
  [MONTH_IN_WORDS, inWords],
  [MONTH_YEAR, (m) => partial(m[2]!, m[1]!)],
  [DAY_MONTH, (m) => withoutYear(+m[1]!, +m[2]!)],
  [YEAR_MONTH, (m) => partial(m[1]!, m[2]!)],
  [YEAR, (m) => partial(m[1]!, null)],
  [EIGHT, (m) => eightDigits(m[1]!)],
  [SERIAL, (m) => fromSerial(Number(m[0].replace(',', '.')))],
];

function inWords([, day, month, year]: RegExpExecArray): DateReading {
  const number = MONTH_WORDS.findIndex((words) => words.includes(month!)) + 1;
  return dayFirst(day!, String(number), year!);
}

/** In a leap year each day is one. */
function withoutYear(day: number, month: number): DateReading {
  const isDay = day >= 1 && day <= daysInMonth(2000, month);
  return isDay ? { bad: true, dayMonth: { day, month } } : BAD;
}

/** A day of another year is as far from a period as the same day of this one, or nearly so. */
const NEAR_DAYS = 120;

/**
 * The day of a month in the year in which it lies in a period, or within four months of it: no other
 * year can be meant. Null where none is so near.
 * @param last ISO date of the period's last day
 */
export function nearestDate({ day, month }: DayMonth, last: string): string | null {
  const own = Number(last.slice(0, 4));
  for (const year of [own - 1, own, own + 1]) {
    const date = isoDate(year, month, day);
    if (day <= daysInMonth(year, month) && Math.abs(daysBetween(date, last)) <= NEAR_DAYS)
      return date;
  }
  return null;
}

function fromSerial(serial: number): DateReading {
  const date = serialDate(serial);
  return date === null ? BAD : { date, repaired: true };
}

/**
 * Reads a date as Vietnam writes it: day first, always (`05/09/2024` is the 5th of
 * September; a month above 12 is bad, never turned round). Also `ngày 5 tháng 9 năm 2024`,
 * ISO, two-digit years, Excel's serials and eight digits (the last three told as repairs,
 * as are slips: `5/9/2024.`, `05/09-2024`). A time of day is dropped.
 */
export function parseDate(text: string): DateReading {
  return asTyped(text) ?? parseAny(text);
}

/** A date with slashes alone, and perhaps a time of day. */
const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?= |$)/;

/**
 * Whether a date has its month first: true for `9/13/2024`, which can be read in no other way, false for
 * `13/9/2024`; null where both can be, and for any other text.
 */
export function monthsFirst(text: string): boolean | null {
  const [, first, second] = SLASHES.exec(text) ?? [];
  if (first === undefined || Number(first) > 12 === Number(second) > 12) return null;
  return Number(second) > 12;
}

/** A date whose month is known to stand first, told as a repair: `9/3/2024` is the 3rd of September. */
export function parseMonthFirst(text: string): DateReading {
  const read = parseDate(text.replace(SLASHES, '$2/$1/$3'));
  return 'date' in read && SLASHES.test(text) ? { ...read, repaired: true } : read;
}

/** `05/09/2024`, as nearly all are typed; null for any other. */
function asTyped(text: string): DateReading | null {
  if (text.length !== 10 || text[2] !== '/' || text[5] !== '/') return null;
  const day = digits(text, 0, 2);
  const month = digits(text, 3, 5);
  const year = digits(text, 6, 10);
  return Number.isNaN(day + month + year) ? null : check(year, month, day, false);
}

function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function parseAny(text: string): DateReading {
  const s = foldAccents(fold(text))
    .replace(/^(?:ngay|ngay sinh|sinh ngay|sinh nam)[ :]+/, '')
    .replace(TIME, '');
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(s);
    if (match !== null) return read(match);
  }
  return mistyped(s);
}

/** A date with slips around its parts, told; a month and a year alone are none. */
function mistyped(s: string): DateReading {
  const bare = s.replace(TIME_FIRST, '').replace(/[.,;]$/, '');
  const words = MONTH_IN_WORDS.exec(bare);
  if (words !== null) return inWords(words);
  const typed = bare.replace(SLIPS, '/');
  const [, day, , month, year] = DAY_FIRST.exec(typed) ?? [];
  if (day !== undefined) return dayFirst(day, month!, year!, true);
  const match = YEAR_FIRST.exec(typed);
  return match === null ? BAD : check(+match[1]!, +match[3]!, +match[4]!, true);
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** True for a full ISO date that exists: for tables that must hold nothing else. */
export function isIsoDate(text: string): boolean {
  if (!ISO_DATE.test(text)) return false;
  const day = Number(text.slice(8));
  return day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** A number in a date column: a serial, a year, or eight digits. */
export function dateFromNumber(n: number): DateReading {
  if (Number.isInteger(n) && n >= FIRST_YEAR && n <= LAST_YEAR) return { date: String(n) };
  if (Number.isInteger(n) && n > 999_999) return parseDate(clean(String(n).padStart(8, '0')));
  return fromSerial(n);
}
