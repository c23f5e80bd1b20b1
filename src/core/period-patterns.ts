import { DAY_IN_MS } from './days.js';
import { NAMED_MONTHS } from './period-names.js';
import {
  DAY,
  dateUnlessPlace,
  GAP,
  month,
  monthUnlessNumbered,
  OF,
  odd,
  type Pattern,
  PLACE,
  re,
  type Said,
  span,
  spanOrOdd,
  stated,
  THANG,
  Y,
} from './period-pieces.js';
import { type Day, monthAround, spanNear, spanOfDays } from './period-range.js';
import { MONTHS, SLIPS } from './period-spans.js';
import type { Where } from './period-text.js';
import { LABELLED, RUNNING, UNTIL, untilOfRange } from './period-until.js';
import { romanToNumber } from './text.js';

const NAMES: readonly Where[] = ['file', 'folder'];
const LINE: readonly Where[] = ['line'];

const M = '(0?[1-9]|1[0-2])(?!\\d)';
const TO = ' ?(?:-|den|toi)(?: het)?(?: ngay)? ?';
const QUARTER = '(iv|i{1,3}|0?[1-4]|mot|hai|ba|bon|tu)(?![a-z0-9])';
const QUARTERS = ['', 'mot', 'hai', 'ba', 'bon'];
function quarter(year: string | undefined, word: string): Said {
  const said = word === 'tu' ? 4 : QUARTERS.indexOf(word);
  return stated(
    year ? Number(year) : null,
    `Q${said > 0 ? said : (romanToNumber(word) ?? Number(word))}`,
  );
}

/** `Kỳ báo cáo: năm 2024`, `cả năm 2024`, `tổng kết năm 2024`. */
const WHOLE_YEAR = /\b(?:ky(?: bao cao)?|ca|tong ket)[ :_-]*$/;

function ofYear(year: string, before: string): Said {
  const strength = WHOLE_YEAR.test(before) ? 'stated' : 'year';
  return { year: Number(year), part: '', strength };
}

const nothing = (): null => null;

/** `Tổ thành lập từ tháng 3/2022`. */
const FOUNDED =
  '(?:thanh lap|kien toan|ra mat|ban hanh|ap dung|di vao hoat dong|bat dau(?: hoat dong)?)';

/** From one day to another. Where the first has no year, it is the last one before. */
function dayRange(m: RegExpMatchArray, _: string, where: Where, cutoff?: number): Said | null {
  const [, d1, m1, y1, d2, m2, y2] = m;
  if (y2 === undefined) return openRange(m, where, cutoff);
  const year = Number(y2);
  const to: Day = { day: Number(d2), month: Number(m2), year };
  const from = { day: Number(d1), month: Number(m1), year: year - (Number(m1) > to.month ? 1 : 0) };
  const first = y1 === undefined ? from : { ...from, year: Number(y1) };
  const whole = spanOfDays(first, to, cutoff);
  if (whole !== null) return span(whole);
  const near = spanNear(first, to, cutoff);
  if (near !== null) return { ...stated(near.year, near.part), strength: 'until' };
  const around = monthAround(first, to, cutoff);
  if (around !== null) return { ...span(around)!, strength: 'until' };
  // Five weeks that end in September may be a sheet of September, if something else says so.
  return { ...odd(y2, to.month), ...(daysBetween(first, to) < LONG && { aside: true }) };
}

/** Without a year at either end it is too little for a name. */
function openRange(m: RegExpMatchArray, where: Where, cutoff?: number): Said | null {
  const [d1, m1, year, d2, m2] = m.slice(1).map(Number) as [number, number, number, number, number];
  if (where !== 'line' || !Number.isNaN(year)) return null;
  return untilOfRange({ day: d1, month: m1 }, { day: d2, month: m2 }, cutoff);
}

/** Days of a span that can be no month. */
const LONG = 45;

function daysBetween(from: Day, to: Day): number {
  return (utc(to) - utc(from)) / DAY_IN_MS;
}

function utc({ year, month: of, day }: Day): number {
  return Date.UTC(year, of - 1, day);
}

const DIGITAL =
  /(?:cong nghe|chuyen doi|hoc vu|cong dan|kinh te|xa hoi|ky nang|cnscd|nen tang)[ .-]*$/;

/** What is oftener of a month, unless something is done by it: `Theo Kế hoạch 07/2024`. */
const FOLLOWED =
  '(?:theo|can cu)(?: cac)? (?:ke hoach|kh|huong dan|hd|thong bao|tb|chuong trinh|ctr?|cv|tt|nd|de an|phuong an)';
/** `QĐ 05/2024`: also without the word for a number, and without its office. */
const NUMBERED = `(?<![a-z])(?:qd|nq|to trinh|${FOLLOWED})(?:-[a-z]+)*(?: so)?[ ._]*`;

/** `chuyển đổi số 09_2024`: that `số` is 'digital', not 'number'. */
function documentNumber(_: RegExpMatchArray, before: string): null | 'leave' {
  return DIGITAL.test(before.replaceAll('_', ' ')) ? 'leave' : null;
}

/** `T9` alone names hamlets and canals as well; in a line it needs its year. `TH 1` sums up. */
function shortMonth(m: RegExpMatchArray, before: string, where: Where): Said | 'leave' {
  const year = m[2] ?? m[3];
  const doubtful = where === 'line' ? !/\bky(?: bao cao)?[ :]*$/.test(before) : PLACE.test(before);
  const cut = where === 'folder' && runsOn(m);
  const isSum = m[0].startsWith('th') && where !== 'line';
  return year === undefined && (doubtful || cut || isSum) ? 'leave' : month(year, m[1]!);
}

/** A letter follows at once: `tmp-T3kx11` is a temporary folder. */
function runsOn(m: RegExpMatchArray): boolean {
  return /[a-z]/.test(m.input?.charAt((m.index ?? 0) + m[0].length) ?? '');
}

/** In order: what is longer or more certain is read first. */
export const PATTERNS: readonly Pattern[] = [
  RUNNING,
  {
    pattern: re('(?:so voi|cung ky|luy ke (?:tu|quy|nam|ca nam))[^;),]*'),
    only: LINE,
    read: nothing,
  },
  {
    pattern: re(`(?:ky|thang|quy|nam) (?:lien )?truoc(?! ngay).*?(?=[;),]|(?:ky|thang) nay|$)`),
    only: LINE,
    read: nothing,
  },
  {
    pattern: re(`${FOUNDED}(?: lai)?(?: (?:tu|vao|ke tu))+ (?:ngay|thang|nam|quy)?[^;),]*`),
    only: LINE,
    read: nothing,
  },
  {
    pattern: re(`(?:tu )?dau nam(?: ${Y})?${TO}(?:${DAY}|thang ${M}(?:${OF}${Y})?)`),
    read: (m) => spanOrOdd(1, Number(m[3] ?? m[5]), m[1] ?? m[4] ?? m[6]),
  },
  { pattern: re(`(?:tu )?(?:ngay )?(?<!\\d)${DAY}${TO}${DAY}`), read: dayRange },
  UNTIL,
  // The first of a month behind the period's label: what a spreadsheet makes of `9/2024`.
  {
    pattern: re(`(?<=\\bky(?: bao cao)?[ :]{0,3})0?1/${M}/${Y}`),
    only: LINE,
    read: (m) => month(m[2], m[1]!),
  },
  {
    pattern: re(`(?<=\\bky(?: bao cao)?[ :]{0,3})${Y}-(0[1-9]|1[0-2])-01(?!\\d)`),
    only: LINE,
    read: (m) => month(m[1], m[2]!),
  },
  ...LABELLED,
  // Dates, also those left open to be filled in: `ngày … tháng 9 năm 2024`.
  { pattern: re(`ngay[ _]?(?:${DAY}|\\d{1,2}[ _]\\d{1,2}[ _]20\\d\\d)`), read: nothing },
  {
    pattern: re('ngay[^0-9a-z]*thang[^0-9a-z]*\\d{0,2}[^0-9a-z]*nam[^0-9a-z]*\\d{0,4}'),
    read: nothing,
  },
  { pattern: re(`(?<!\\d)\\d{1,2} thang ${M} nam ${Y}`), read: dateUnlessPlace },
  {
    pattern: re('(?<!\\d)\\d{1,2}( ?[/.-] ?|[ _])\\d{1,2}\\1(?:20)?\\d\\d(?!\\d)'),
    read: dateUnlessPlace,
  },
  { pattern: re('(?<!\\d)20\\d\\d([/._ -])\\d{1,2}\\1\\d{1,2}(?!\\d)'), read: nothing },
  { pattern: re('(?<!\\d)\\d{8}(?!\\d)'), read: nothing },
  { pattern: re('(?<!\\d)\\d{1,4}/(?:20\\d\\d/)?[a-z]+(?:-[a-z]+)*'), only: LINE, read: nothing },
  {
    pattern: re(
      '(?<![a-z])(?:so|nghi dinh|thong tu|quyet dinh|nghi quyet|cong van|chi thi|luat)(?: so)?' +
        '[ :._]*\\d+(?:[/.-]\\d+)*',
    ),
    read: documentNumber,
  },
  { pattern: re(`${NUMBERED}\\d+[/.-]\\d+`), only: LINE, read: nothing },
  { pattern: re('(?<!\\d)20\\d\\d ?- ?20\\d\\d(?!\\d)'), read: nothing },
  // Several months.
  ...MONTHS,
  { pattern: re(`quy${GAP}${QUARTER}(?:${OF}${Y})?`), read: (m) => quarter(m[2], m[1]!) },
  { pattern: re(`(?<![a-z0-9])q[ .-]?${QUARTER}${OF}${Y}`), read: (m) => quarter(m[2], m[1]!) },
  {
    pattern: re(`(?<!\\d)(20[1-4]\\d)[ _./|-]?(?:quy|q)${GAP}${QUARTER}`),
    read: (m) => quarter(m[1], m[2]!),
  },
  {
    pattern: re('(?<!\\d)(20[1-4]\\d)[ _-]?h([12])(?![a-z0-9])'),
    read: (m) => stated(+m[1]!, `H${m[2]}`),
  },
  ...SLIPS,
  // One month.
  ...NAMED_MONTHS,
  {
    pattern: re(`(?<!\\d)(20[1-4]\\d)[ ,_./|-]{0,3}(?:${THANG}|t)${GAP}${M}(?!${OF}20\\d\\d)`),
    read: (m) => month(m[1], m[2]!),
  },
  {
    pattern: re(
      `(?:(?:thang|ky) bao cao[ :]*|\\bky ?: ?)(?:thang[ :]*)?${M}(?:${OF}${Y}|[./-](2\\d)(?!\\d))?`,
    ),
    read: (m) => month(m[2] ?? m[3], m[1]!),
  },
  {
    pattern: re(`${THANG}${GAP}${M}(?:${OF}${Y}|[./-](2\\d)(?!\\d))?`),
    read: (m) => month(m[2] ?? m[3], m[1]!),
  },
  { pattern: re(`(?<![a-z0-9])th?${GAP}${M}(?:${OF}${Y}|[./-](2\\d)(?!\\d))?`), read: shortMonth },
  {
    pattern: re(`(?<!\\d)(?<!\\d[.,/])${M} ?[/._-] ?${Y}(?!/)`),
    only: LINE,
    read: monthUnlessNumbered,
  },
  {
    // But `4 2024-09` is the fourth file of September.
    pattern: re(`(?<!\\d)${M}[ ._-]{1,3}${Y}(?![_-](?:0[1-9]|1[0-2])(?!\\d))`),
    only: NAMES,
    read: monthUnlessNumbered,
  },
  { pattern: re(`(?<!\\d)(20[1-4]\\d)[_./-]${M}`), only: LINE, read: (m) => month(m[1], m[2]!) },
  {
    pattern: re(`(?<!\\d)(20[1-4]\\d)\\|${M}(?=\\||$)`),
    only: NAMES,
    read: (m) => month(m[1], m[2]!),
  },
  {
    pattern: re(`(?<!\\d)(20[1-4]\\d)[ ._-]{1,3}(0[1-9]|1[0-2])(?!\\d)`),
    only: NAMES,
    read: (m) => month(m[1], m[2]!),
  },
  {
    pattern: re('(?<!\\d)(20[1-4]\\d)(0[1-9]|1[0-2])(?!\\d)'),
    only: NAMES,
    read: (m) => month(m[1], m[2]!),
  },
  {
    pattern: re('(?<!\\d)(0[1-9]|1[0-2])(20[1-4]\\d)(?!\\d)'),
    only: NAMES,
    read: (m) => month(m[2], m[1]!),
  },
  // `08.24` may be anything, unless it is all that a name says, or all but `BC`.
  {
    pattern: re(`(?<=^|\\|)${M}[._-](2\\d)(?=$|\\|)`),
    only: NAMES,
    read: (m) => month(m[2], m[1]!),
  },
  {
    pattern: re(`(?<![a-z])(?:bc|bao[ _-]?cao)[ _-]{1,2}${M}[.-](2\\d)(?![ ._-]?\\d)`),
    only: NAMES,
    read: (m) => month(m[2], m[1]!),
  },
  // A year.
  { pattern: re(`nam${GAP}${Y}`), read: (m, before) => ofYear(m[1]!, before) },
  { pattern: re(`(?<!\\d)${Y}`), only: NAMES, read: (m, before) => ofYear(m[1]!, before) },
];
