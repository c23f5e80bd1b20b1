import { vietnameseOf } from './bilingual.js';
import type { CompiledLayout } from './compile.js';
import { FROM_ABOVE, FROM_LEFT, isSaid } from './covered.js';
import { headerKey, headerKeys } from './header-text.js';
import { leafOf } from './heading-leaf.js';
import { mayBeginHeading } from './heading-start.js';
import { headsParts } from './part-headings.js';
import { isSerialHeading } from './unit-columns.js';

/** One column of a header block: its texts from top to bottom, spread over merged cells. */
export interface HeaderColumn {
  readonly column: number;
  /**
   * Ways to read the heading, best first: joined, lower rows alone, the leaf. None where no
   * heading begins as any of its texts do: see `readingsOf`.
   */
  readonly readings: readonly string[];
  /** As they stand. */
  readonly texts: readonly string[];
  /** The heading as a person would read it out. */
  readonly text: string;
  /** The 0-based row of the block in which its lowest own text stands. */
  readonly row: number;
}

/**
 * Joins the rows of a header block column by column (contract, Forms: joined headers). None
 * where fewer than two columns begin as headings do: that is no header.
 */
export function headerColumns(
  rows: readonly (readonly string[])[],
  layouts: readonly CompiledLayout[],
): readonly HeaderColumn[] {
  const columns = textColumns(rows.map((row) => withoutColons(row, layouts)));
  const begin = ({ texts }: TextColumn) => texts.some((text) => mayBeginHeading(text, layouts));
  const headed = new Set(columns.filter(begin));
  const hasPart = columns.some((one) => !headed.has(one) && headsParts(leafOf(one)));
  if (headed.size + Number(hasPart) < 2) return [];
  return columns.map((one) => ({
    readings: headed.has(one) ? readingsOf(one.texts) : [],
    text: one.texts.join(' – '),
    ...one,
  }));
}

type TextColumn = Pick<HeaderColumn, 'column' | 'texts' | 'row'>;

function textColumns(rows: readonly (readonly string[])[]): readonly TextColumn[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const spread = rows.map((row, i) => spreadRight(row, rows.slice(i + 1)));
  const columns: TextColumn[] = [];
  for (let column = 0; column < width; column++) {
    const texts = vietnameseOf(distinct(spread.map((row) => row[column] ?? '')));
    if (texts.length > 0) columns.push({ column, texts, row: lowestRow(rows, column) });
  }
  return columns;
}

/** A measure below a heading, `(người)`, is none itself. */
function lowestRow(rows: readonly (readonly string[])[], column: number): number {
  const own = rows.map((row) => (isSaid(row[column]) ? row[column]! : ''));
  const named = own.findLastIndex((text) => text !== '' && !text.startsWith('('));
  return Math.max(0, named < 0 ? own.findLastIndex((text) => text !== '') : named);
}

/** Ways to read the texts of a column, folded: joined, the lower ones alone, the leaf. */
export function readingsOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap((_, i) => headerKeys(texts.slice(i).join(' ')));
}

/**
 * A cell to the right of a heading belongs to it where the heading is merged over it and
 * something stands below, or where it is blank and the next row has a heading.
 */
function spreadRight(
  row: readonly string[],
  below: readonly (readonly string[])[],
): readonly string[] {
  const [next = []] = below;
  let last = '';
  return Array.from({ length: Math.max(row.length, next.length) }, (_, i) => {
    const own = row[i] ?? '';
    if (isSaid(own) || own === FROM_ABOVE) last = own === FROM_ABOVE ? '' : own;
    if (own !== '' && own !== FROM_LEFT) return last;
    const headed = own === FROM_LEFT ? below.some((lower) => isSaid(lower[i])) : isSaid(next[i]);
    return headed ? last : '';
  });
}

/** The headings of a row without the colons that some end in; labels keep them. */
function withoutColons(
  row: readonly string[],
  layouts: readonly CompiledLayout[],
): readonly string[] {
  if (!row.some(isLabel)) return row;
  const said = row.filter(isSaid);
  const isHeader = isSerialHeading(headerKey(said[0]!));
  const isValue = (text: string | undefined) =>
    text !== undefined && !isLabel(text) && !mayBeginHeading(text, layouts);
  if (!isHeader && said.some((text, i) => isLabel(text) && isValue(said[i + 1]))) return row;
  return row.map((text) => (isLabel(text) ? text.slice(0, -1).trimEnd() : text));
}

/** `Số thành viên:` has its value beside it, not below. */
function isLabel(text: string): boolean {
  return text.endsWith(':');
}

function distinct(texts: readonly string[]): string[] {
  return texts.filter((text, i) => text !== '' && text !== texts[i - 1] && !isLabel(text));
}

/** A column that holds a part of a count: of men, of a week. */
export interface PartColumn {
  readonly column: HeaderColumn;
}

/** Where the parts of a count stand, as 0-based columns. */
export function columnsOf(parts: readonly PartColumn[]): readonly number[] {
  return parts.map(({ column }) => column.column);
}
