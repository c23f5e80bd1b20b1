import { fullYear } from './dates.js';
import { type Span, spanOfMonths } from './period-range.js';
import type { FoundPeriod, Where } from './period-text.js';

/** What a spelling says of a period. */
export type Said = Omit<FoundPeriod, 'text'>;

/** A spelling: text is lower case without accents; what is read is not read again. */
export interface Pattern {
  readonly pattern: RegExp;
  readonly only?: readonly Where[];
  /** Null: read, and no period. `leave`: not what it seemed. */
  readonly read: (
    match: RegExpMatchArray,
    before: string,
    where: Where,
    cutoff: number | undefined,
  ) => Said | null | 'leave';
}

/** `tháng`, also as people shorten it. */
export const THANG = '(?:thang|(?<![a-z])thg)';
/** A year of four digits; one group. */
export const Y = '(20[1-4]\\d)(?!\\d)';
/** `14/9/2024`, `14 tháng 9`: day, month and, where there is one, year; three groups. */
export const DAY =
  '(\\d{1,2})(?: ?[/.-] ?| thang )(\\d{1,2})(?:(?: ?[/.-] ?| nam )(20\\d\\d))?(?!\\d)';
/** Between a word and its number; between a month and its year. */
export const GAP = '[ _.:-]{0,3}';
/** Between a month and its year: `tháng 9 năm 2024`, `T9/2024`. */
export const OF = '[ ,_./-]{0,3}(?:nam[ _.:-]{0,3})?';
/** A number after one of these is the place's, not a day. */
export const PLACE =
  /(?<![a-z])(?:ap|khom|thon|buon|to|xom|khu|khu vuc|lang|ban|soc|phuong|xa|p|kenh|lan|v)[ _.-]*$/;

/** A pattern for `matchAll`, of pieces that are put together. */
export function re(source: string): RegExp {
  return new RegExp(source, 'g');
}

/** A period that is stated as such. `part`: `09`, `Q3`, `H2`, or blank of a year. */
export function stated(year: number | null, part: string): Said {
  return { year, part, strength: 'stated' };
}

/** A month, of a year that may be of two digits (`24`) or not be said. */
export function month(year: string | null | undefined, number: string | number): Said {
  const full = year?.length === 2 ? fullYear(Number(year)) : Number(year);
  return stated(year ? full : null, String(Number(number)).padStart(2, '0'));
}

/** The period that is spanned, as one that is stated. */
export function span(of: Span | null): Said | null {
  return of === null ? null : stated(of.year, of.part);
}

/** What is no month, quarter, half or year; `last` is its last month, or what stands for one. */
export function odd(year: string | undefined, last: string | number): Said {
  return { ...month(year, last), strength: 'odd' };
}

/** From one month of a year to another: a period, or what is none. */
export function spanOrOdd(from: number, to: number, year: string | undefined): Said {
  // Which months make a quarter is the same in every year.
  const whole = spanOfMonths(from, to, 0);
  return whole === null ? odd(year, to) : stated(year ? Number(year) : null, whole.part);
}

/** A date is no period, but `ap_1_09_2024` and `ap 9 thang 9 nam 2024` are hamlets'. */
export function dateUnlessPlace(m: RegExpMatchArray, before: string): null | 'leave' {
  return /^\d{2}[^\d]\d{2}/.test(m[0]) || !PLACE.test(before) ? null : 'leave';
}

/** What may stand before such words where a text begins with them. */
const BEGINS = '^(?:[^a-z]|bc|bao cao|so lieu|danh sach|ds)*';
const ENDS = '[ _.:-]*$';
/** A word of those at the end; of `unclear` ones, which end names of places and people, the first word alone. */
const numbering = (clear: string, unclear: string) =>
  new RegExp(`(?:(?<![a-z])(?:${clear})|${BEGINS}(?:${unclear}))${ENDS}`);

/** Words that number versions, rounds and weeks: what follows them is no month. */
const ROUND = numbering('ver|version|phien ban', 'lan(?: thu)?|dot|tuan');
/** `v2`; the letter apart from its number numbers a place: `Khóm V 9-2024`. */
const VERSION = /(?<![a-z])v$/;
/** `Bến Lội lần 2-2024`, but `Xã Phước Lân 9 2024`. */
const PERHAPS_ROUND = new RegExp(`(?<![a-z])(?:lan(?: thu)?|dot|tuan)${ENDS}`);
/** Words that number tables and papers: `Mẫu 03 2024`, but `Cà Mau 8 2024`. */
const TABLE = numbering('phu luc|pl|bieu(?: mau)?|bm|mau bieu|form', 'mau|bang');
/** Communes bear names, so that `xã 9-2024` is a commune's September, as `Tri Phương 9-2024` is. */
const NUMBERED_PLACE = numbering(
  'ap|khom|thon|xom|khu|khu pho|khu vuc|to dan pho|kp|tdp|p',
  'buon|to|lang|ban|soc|phuong|kenh|doi',
);

/**
 * The month of `09-2024`, but `Khóm 1 2024`, `Phụ lục 01 2024` and `lần 2-2024` number something
 * else. `Ấp 7-2024`, `Biểu 09/2024` may be either: such a month counts where nothing else states one.
 */
export function monthUnlessNumbered(m: RegExpMatchArray, before: string): Said | 'leave' {
  const said = month(m[2], m[1]!);
  if (ROUND.test(before) || VERSION.test(before)) return 'leave';
  if (PERHAPS_ROUND.test(before)) return { ...said, aside: true };
  const isTable = TABLE.test(before);
  if (!isTable && !NUMBERED_PLACE.test(before)) return said;
  const isSpaced = /^\d+[ _]+20/.test(m[0]);
  return isSpaced && (isTable || !m[1]!.startsWith('0')) ? 'leave' : { ...said, aside: true };
}
