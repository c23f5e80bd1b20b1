import {
  GAP,
  OF,
  odd,
  type Pattern,
  PLACE,
  re,
  type Said,
  spanOrOdd,
  THANG,
  Y,
} from './period-pieces.js';
import type { Where } from './period-text.js';

const COUNTS: Readonly<Record<string, number>> = {
  hai: 2,
  ba: 3,
  bon: 4,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};
const COUNT = `(\\d{1,2}|${Object.keys(COUNTS).join('|')})`;
const REPORT = /(?:bao cao|bc|so lieu|ket qua|tong hop)[ _.-]*$/;

function countOf(word: string): number {
  return COUNTS[word] ?? Number(word);
}

/** `Lũy kế 9 tháng`: what stands before the months that a running total sums. */
const SUMMED = /luy ke(?: (?:so lieu|ket qua|thuc hien|trong|cua|den|het))*[ _.:-]*$/;

function summed(said: Said, before: string): Said {
  return said.strength === 'odd' && SUMMED.test(before) ? { ...said, running: true } : said;
}

/** The first or the last so many months of a year. */
function partOfYear(m: RegExpMatchArray, before: string): Said | null {
  const count = countOf(m[1]!);
  if (count < 1 || count > 12) return null;
  if (m[2] === 'dau') return summed(spanOrOdd(1, count, m[3]), before);
  return spanOrOdd(13 - count, 12, m[3]);
}

/** `9 tháng năm 2024`, `Báo cáo 9 tháng`; but `trong 3 tháng` is how long something takes. */
function firstMonths(m: RegExpMatchArray, before: string): Said | null {
  const count = countOf(m[1]!);
  const isDay = /ngay[ _]*$/.test(before) || PLACE.test(before);
  const isMeant = m[2] !== undefined || REPORT.test(before);
  if (isDay || !isMeant || count < 2 || count > 12) return null;
  return count === 12 ? spanOrOdd(1, 12, m[2]) : summed(odd(m[2], count), before);
}

const NUMBER = '(?:0?[1-9]|1[0-2])(?!\\d)';
const JOINT = ' ?(?:[-,+&]|va|den|toi)(?: het)? ?';
const SURE_END = new RegExp(`(?:20\\d\\d|(?:${THANG}|(?<![a-z0-9])t)${GAP}\\d+)$`);
const ONE = `${NUMBER}(?:${OF}${Y})?`;

/**
 * Months that are listed (`tháng 7, 8, 9`) or run on (`tháng 7 - 9`). Without a year what
 * comes behind the last must show that it is a month, not a count: `tháng 9, 5 hộ`.
 */
function listed(m: RegExpMatchArray, _: string, where: Where): Said | 'leave' {
  const text = m[0];
  const years = [...text.matchAll(/20\d\d/g)].map(([year]) => year);
  const months = [...text.replace(/20\d\d/g, '').matchAll(/\d+/g)].map(([n]) => Number(n));
  const year = years.at(-1);
  const [from, to] = [months[0]!, months.at(-1)!];
  const isSpan = /-|den|toi/.test(text.replace(/^.*?\d+/, ''));
  const isInOrder = months.every((n, i) => n === from + i);
  // A name of a file may go on with the number of a copy: `tháng 9-2`, but not `tháng 8, 9`.
  const mayList = where === 'line' || (isInOrder && !isSpan);
  const isSure = SURE_END.test(text) || (mayList && /^ ?(?:$|[);])/.test(behind(m)));
  if (!isSure || new Set(months).size === 1) return 'leave';
  const isRange = months.length === 2 && isSpan;
  const isWhole = isRange ? from <= to : isInOrder;
  return isWhole && years.every((one) => one === year) ? spanOrOdd(from, to, year) : odd(year, to);
}

function behind(m: RegExpMatchArray): string {
  return m.input!.slice((m.index ?? 0) + m[0].length);
}

/** `T8, T9 2024` in the name of a file; in a line `T1` may be anything's number. */
function listedInName(m: RegExpMatchArray, before: string, where: Where): Said | 'leave' {
  return where === 'file' ? listed(m, before, where) : 'leave';
}

/** Several months, named by how many they are or one by one. */
export const MONTHS: readonly Pattern[] = [
  {
    pattern: re(
      `(?<![a-z0-9])${COUNT}${GAP}thang${GAP}(dau|cuoi)(?:${GAP}(?:cua )?nam)?(?:${GAP}${Y})?`,
    ),
    read: partOfYear,
  },
  {
    pattern: re(
      `(?<![a-z0-9])${COUNT}${GAP}thang(?!${GAP}(?!20[1-4]\\d(?!\\d))\\d)(?:${GAP}nam)?(?:[ /_.-]{0,2}${Y})?`,
    ),
    read: firstMonths,
  },
  { pattern: re(`${THANG}${GAP}${ONE}(?:${JOINT}(?:${THANG}${GAP})?${ONE})+`), read: listed },
  {
    pattern: re(`(?<![a-z0-9])t${GAP}${ONE}(?:${JOINT}(?:t${GAP})?${ONE})+`),
    read: listedInName,
  },
];

/** `Tháng 13/2024`, `Quý 5/2024`: a slip, of which nobody knows what was meant. */
export const SLIPS: readonly Pattern[] = [
  {
    pattern: re(`${THANG}${GAP}(0{1,2}|1[3-9]|[2-9]\\d)(?!\\d)${OF}${Y}`),
    read: (m) => odd(m[2], m[1]!),
  },
  {
    pattern: re(`quy${GAP}([05-9]|v|vi{1,3}|ix)(?![a-z0-9])${OF}${Y}`),
    read: (m) => odd(m[2], 0),
  },
];
