import { isSaid } from './covered.js';

type Texts = readonly (readonly string[])[];

/**
 * A heading, not the number or letter of a column nor a value; a year, a month (`T9`, `9/2024`)
 * or a day may head one.
 */
const HEADING =
  /^(?!\d).*\p{L}{2}|^\d{1,2} tháng|^20\d\d$|^\(?%\)?$|^t\.? ?(?:0?[1-9]|1[0-2])(?:[./-]\d{2,4})?$|^(?:0?[1-9]|1[0-2])[./-]20\d\d$|^\d{1,2}[./-]\d{1,2}[./-]20\d\d$/iu;

/** A letter or a small number alone: it numbers the columns where it stands below the first of them too. */
const SIGN = /^(?:\d{1,2}|\p{Lu})$/u;

/** `(người)` below one heading says only how it is measured. */
const IN_PARENTHESES = /^\(.*\)$/u;

/**
 * True where the row below a header's first rows divides its headings: `Số thành viên` over
 * `Tháng 8 | Tháng 9`. All that it says stands below headings that reach over several columns.
 */
export function isDivided(texts: Texts, height: number): boolean {
  const below = texts[height];
  if (below === undefined) return false;
  const filled = below.flatMap((text, column) =>
    isSaid(text) && !IN_PARENTHESES.test(text) ? [column] : [],
  );
  if (filled.length < 2) return false;
  const headed = (column: number) => texts.slice(0, height).some((row) => isSaid(row[column]));
  const isHeading = (column: number) => HEADING.test(below[column]!);
  if (!filled.every(isHeading) && !areSigns(filled, below, headed)) return false;
  const starts = filled.map((column) => startOf(column, headed));
  return starts.every(
    (start) => start >= 0 && starts.filter((other) => other === start).length > 1,
  );
}

/** `8 | 9`, `A | B`, each below a heading once, and nothing below the first heading of all. */
function areSigns(
  filled: readonly number[],
  below: readonly string[],
  headed: (column: number) => boolean,
): boolean {
  if (!filled.every((column) => SIGN.test(below[column]!))) return false;
  const isAside = below.findIndex((_, column) => headed(column)) < filled[0]!;
  const seen = new Set(filled.map((column) => `${startOf(column, headed)} ${below[column]!}`));
  return isAside && seen.size === filled.length;
}

/** The column whose heading reaches over this one; -1 where none does. */
function startOf(column: number, headed: (column: number) => boolean): number {
  let start = column;
  while (start >= 0 && !headed(start)) start--;
  return start;
}
