import { getOrMake } from '../../core/memo.js';
import type { Value } from '../../core/value.js';
import { cellText, isFirstOfMonth } from '../cells/cell-text.js';
import type { MergedRange } from '../cells/merged-blocks.js';
import type { SheetRow } from '../table-context.js';
import { inVietnamese } from './bilingual.js';

/** In place of a header's cell that is merged with the one above it: nothing is said there. */
export const FROM_ABOVE = '\v';
/** In place of one that is merged with the one to its left: what is said there reaches over it. */
export const FROM_LEFT = '\f';

/** True for a cell with a text of its own. */
export function isSaid(text: string | undefined): boolean {
  return text !== undefined && text !== '' && text !== FROM_ABOVE && text !== FROM_LEFT;
}

/** A row's texts, with marks for the cells that merges cover. */
export type HeaderTexts = (row: SheetRow) => readonly string[];

const plainTexts: HeaderTexts = ({ values }) => values.map(headingText);

/** A date that heads a column is the month that it begins. */
function headingText(value: Value): string {
  if (typeof value === 'string') return inVietnamese(value);
  return isFirstOfMonth(value) ? `Tháng ${value.month}/${value.year}` : cellText(value);
}

/** More merges than these have no room beside each other in one row. */
const MOST_IN_ROW = 8192;
/** A merge over a whole row is a title's. */
const WIDEST = 200;

/**
 * Reads the texts of rows that may be a header's. Few rows of a sheet are, so the merges over a
 * row are looked for when it is asked for.
 * @param most rows of a header at most: a merge of more stands in no header
 */
export function headerTexts(merges: readonly MergedRange[], most: number): HeaderTexts {
  if (merges.length === 0) return plainTexts;
  const byTop = new Map<number, MergedRange[]>();
  for (const merge of merges)
    if (merge.bottom - merge.top < most) getOrMake(byTop, merge.top, () => []).push(merge);
  return (row) => {
    const over = mergesOver(byTop, row.number, most);
    return over === null ? plainTexts(row) : marked(row, over.slice(0, MOST_IN_ROW));
  };
}

function mergesOver(
  byTop: ReadonlyMap<number, readonly MergedRange[]>,
  row: number,
  most: number,
): readonly MergedRange[] | null {
  let over: MergedRange[] | null = null;
  for (let top = row; top > row - most; top--) {
    const from = byTop.get(top);
    if (from === undefined) continue;
    for (const merge of from) {
      if (merge.bottom < row) continue;
      over ??= [];
      over.push(merge);
    }
  }
  return over;
}

function marked(row: SheetRow, over: readonly MergedRange[]): readonly string[] {
  const texts = [...plainTexts(row)];
  for (const { top, left, right } of over) {
    const last = Math.min(right, left + WIDEST);
    while (texts.length <= last) texts.push('');
    const [first, mark] = top < row.number ? [left, FROM_ABOVE] : [left + 1, FROM_LEFT];
    for (let column = first; column <= last; column++) texts[column] ||= mark;
  }
  return texts;
}
