import { ENGLISH_MONTHS } from './dates.js';
import {
  dateUnlessPlace,
  GAP,
  month,
  OF,
  odd,
  type Pattern,
  PLACE,
  re,
  type Said,
  spanOrOdd,
  Y,
} from './period-pieces.js';
import { romanToNumber } from './text.js';

/** Months in words, as `tháng chín`; the first and the last have names of their own. */
const WORDS = 'gieng mot hai ba tu nam sau bay tam chin muoi chap'.split(' ');
const WORD = `(muoi[ _-]?(?:mot|hai)|${WORDS.filter((word) => word !== 'nam').join('|')})`;

/** Nothing follows but what ends a part of a text: `mỗi tháng một lần` is no January. */
const ENDED = '(?=$| ?[,;:()|_-])';
/** `mỗi tháng một`, `ba tháng mười`: how often, how many. */
const COUNTED = /(?:moi|hang|\d|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)[ _.-]*$/;

const ROMAN = '(xii|xi|x|ix|viii|vii|vi|v|iv|iii|ii|i)(?![a-z0-9])';
/** Letters alone stand for other things as well: `T.V` is a member, `T.X` a town. */
const ROMAN_LONG = '(xii|xi|ix|viii|vii|vi|iv|iii|ii)(?![a-z0-9])';
const SHORT_YEAR = "(?:[./-]|')(2\\d)(?!\\d)";

const EN =
  '(?<![a-z0-9])(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|' +
  'sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?';
const TH = '(?:st|nd|rd|th)?';
const LABEL = /(?:^|\b(?:ky(?: bao cao)?|thang|period|month))[ :_.-]*$/;

const nothing = (): null => null;

function roman(word: string): number {
  return romanToNumber(word)!;
}

function inWords(word: string): number {
  if (/^muoi./.test(word)) return word.endsWith('mot') ? 11 : 12;
  const at = WORDS.indexOf(word);
  return at === 0 ? 1 : at === 11 ? 12 : at;
}

/** Stands for `sau` where June and the next month are written alike. */
export const DOUBTFUL = '\u0001\u0001\u0001';

function monthAlone(m: RegExpMatchArray, before: string): Said | 'leave' {
  return COUNTED.test(before) ? 'leave' : month(null, inWords(m[1]!));
}

function english(word: string): number {
  return ENGLISH_MONTHS.indexOf(word.slice(0, 3)) + 1;
}

/**
 * A month in English, with its year. Without accents some are Vietnamese words or parts of
 * names: `may` stands alone behind a label, and neither `Sa Đéc 2024` nor `Buôn Jun 2024` is one.
 */
function englishMonth(m: RegExpMatchArray, before: string): Said | 'leave' {
  const [word = ''] = m.slice(1).filter((part) => /^[a-z]/.test(part ?? ''));
  const year = m.slice(1).find((part) => /^\d/.test(part ?? ''));
  const isName = PLACE.test(before) || (word === 'dec' && /sa[ _.-]*$/.test(before));
  return isName || (word === 'may' && !LABEL.test(before)) ? 'leave' : month(year, english(word));
}

/** Months that are not written in figures. */
export const NAMED_MONTHS: readonly Pattern[] = [
  {
    pattern: re(`thang${GAP}${ROMAN}(?:${OF}${Y}|${SHORT_YEAR})`),
    read: (m) => month(m[2] ?? m[3], roman(m[1]!)),
  },
  { pattern: re(`thang${GAP}${ROMAN}(?=$|[,;)])`), read: (m) => month(null, roman(m[1]!)) },
  {
    pattern: re(`\\bky(?: bao cao)?[ :]{1,3}${ROMAN}${OF}${Y}`),
    read: (m) => month(m[2], roman(m[1]!)),
  },
  {
    pattern: re(`(?<![a-z0-9])t[ _.-]{1,2}${ROMAN_LONG}${OF}${Y}`),
    read: (m) => month(m[2], roman(m[1]!)),
  },
  // `tháng năm 2024` is a year whose month is left open; `tháng năm năm 2024` is May.
  { pattern: re(`thang${GAP}${WORD}(?![a-z])${OF}${Y}`), read: (m) => month(m[2], inWords(m[1]!)) },
  { pattern: re(`thang${GAP}${WORD}${ENDED}`), read: monthAlone },
  { pattern: re(`thang${GAP}${DOUBTFUL}`), read: () => odd(undefined, 12) },
  { pattern: re(`thang${GAP}nam(?:[ ,_]{1,2}nam[ _]| ?/ ?)${Y}`), read: (m) => month(m[1], 5) },
  // Dates in English.
  { pattern: re(`(?<!\\d)\\d{1,2}${TH}[ ./-]?${EN}[ ,./-]{0,2}${Y}`), read: dateUnlessPlace },
  { pattern: re(`${EN}[ -]?\\d{1,2}${TH},?[ -]${Y}`), read: nothing },
  {
    pattern: re(`${EN} ?(?:-|to) ?${EN}[ ,]{0,2}${Y}`),
    read: (m) => spanOrOdd(english(m[1]!), english(m[2]!), m[3]),
  },
  { pattern: re(`${EN}(?:[ ,_/-]{0,3}${Y}|${SHORT_YEAR})`), read: englishMonth },
  { pattern: re(`(?<!\\d)(20[1-4]\\d)[ _./|-]{1,2}${EN}(?!\\d)`), read: englishMonth },
];
