import { memoText } from '../core/memo.js';
import { asMonth, dateFromSerial, type Epoch } from './dates.js';
import { Percentage, type Value } from './types.js';

/** What a number format makes of a number. All but dates and percentages stay numbers. */
export const NUMBER = 0;
export const DATE = 1;
export const PERCENT = 2;
/** A date that shows its month and no day. */
export const MONTH = 3;
/** What the format is could not be read. */
export const UNKNOWN = 4;
export type FormatKind =
  | typeof NUMBER
  | typeof DATE
  | typeof PERCENT
  | typeof MONTH
  | typeof UNKNOWN;

/**
 * Serial numbers of days that reports speak of, 1954-10-03 to 2064-04-08: of an unknown format they may
 * be one. A count that is taken for a day is refused and told; a day that is taken for a count is not.
 */
const LIKELY_DAYS = { first: 20_000, end: 60_000 };

/**
 * Formats that files name by number alone (ECMA-376 Part 1 §18.8.30). 27–36 and 50–58 are
 * East Asian dates and times, 67–68 Thai percentages, 71–81 Thai dates and times. 46 is
 * `[h]:mm:ss`, a duration; 17 is `mmm-yy`, which Excel gives to a typed `9/2024`.
 */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 45],
  [47, 47],
  [50, 58],
  [71, 77],
  [81, 81],
];
const BUILT_IN_MONTH = 17;
const BUILT_IN_PERCENTS: ReadonlySet<number> = new Set([9, 10, 67, 68]);

/** The kind of a format that a file names by number alone; of a number that is none, `NUMBER`. */
export function builtInFormatKind(id: number): FormatKind {
  if (BUILT_IN_PERCENTS.has(id)) return PERCENT;
  if (id === BUILT_IN_MONTH) return MONTH;
  return BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last) ? DATE : NUMBER;
}

/**
 * The kind of a format code, told by its first section (ECMA-376 Part 1 §18.8.31), and after
 * one with a condition, which is an exception (`[=0]"-";0%`), by the next. Quoted
 * and escaped characters are literals, whatever they look like: `"ngày" dd` and `#,##0\d`.
 * A format of elapsed time (`[h]:mm`) shows a duration, which is no date: it stays the
 * number of days that it is. A time of day (`h:mm`) is a date without a day.
 */
export const formatKind = memoText((code): FormatKind => {
  for (let start = 0; ; ) {
    const { letters, elapsed, condition, end } = readSection(code, start);
    const kind = elapsed ? NUMBER : sectionKind(letters);
    start = end + 1;
    if (kind !== NUMBER || !condition || start >= code.length) return kind;
  }
});

/** Minutes stand beside hours or seconds: an `m` with neither is a month. */
function sectionKind(letters: string): FormatKind {
  const parts = letters.replace(/general/gi, '');
  if (/[ymdhs]/i.test(parts)) return /m/i.test(parts) && !/[dhs]/i.test(parts) ? MONTH : DATE;
  return letters.includes('%') ? PERCENT : NUMBER;
}

interface Section {
  /** Without literals, paddings and what stands in brackets. */
  readonly letters: string;
  readonly elapsed: boolean;
  readonly condition: boolean;
  /** Its `;`, or the end of the code. */
  readonly end: number;
}

function readSection(code: string, start: number): Section {
  let letters = '';
  let elapsed = false;
  let condition = false;
  let i = start;
  for (; i < code.length; i++) {
    const c = code[i]!;
    if (c === ';') break;
    if (c === '"') {
      i = endOf(code, '"', i);
    } else if (c === '[') {
      const end = endOf(code, ']', i);
      const inside = code.slice(i + 1, end);
      // [$-F800] and [$-F400] are the system's long date and time, whatever follows.
      if (/^\$-F[48]00$/i.test(inside)) letters += 'd';
      elapsed ||= /^(h+|m+|s+)$/i.test(inside);
      condition ||= /^[<=>]/.test(inside);
      i = end;
    } else if (c === '\\' || c === '_' || c === '*') {
      i++;
    } else {
      letters += c;
    }
  }
  return { letters, elapsed, condition, end: i };
}

function endOf(code: string, mark: string, from: number): number {
  const end = code.indexOf(mark, from + 1);
  return end < 0 ? code.length : end;
}

/** A stored number as its format shows it. A date that Excel cannot show stays a number. */
export function formattedNumber(number: number, kind: FormatKind, epoch: Epoch): Value {
  if (kind === NUMBER) return number;
  if (kind === PERCENT) return new Percentage(number);
  if (kind === UNKNOWN && !(number >= LIKELY_DAYS.first && number < LIKELY_DAYS.end)) return number;
  const date = dateFromSerial(number, epoch);
  if (date === null) return number;
  return kind === MONTH ? asMonth(date) : date;
}
