import { getOrMake } from '../core/memo.js';
import { cellText } from './cell-text.js';
import type { MergedRange } from './merged-blocks.js';
import type { SheetRow } from './table-context.js';

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

const plainTexts: HeaderTexts = ({ values }) => values.map(cellText);

/**
 * Reads the texts of rows that may be a header's.
 * @param most rows of a header at most: a merge of more stands in no header
 */
export function headerTexts(merges: readonly MergedRange[], most: number): HeaderTexts {
  if (merges.length === 0) return plainTexts;
  const marks = new Map<number, Map<number, string>>();
  for (const merge of merges) if (merge.bottom - merge.top < most) addMarks(marks, merge);
  return (row) => {
    const covered = marks.get(row.number);
    return covered === undefined ? plainTexts(row) : marked(plainTexts(row), covered);
  };
}

/** A merge over a whole row is a title's. */
const WIDEST = 200;

function addMarks(
  marks: Map<number, Map<number, string>>,
  { top, left, bottom, right }: MergedRange,
): void {
  for (let row = top; row <= bottom; row++) {
    const own = getOrMake(marks, row, () => new Map<number, string>());
    for (let column = left; column <= Math.min(right, left + WIDEST); column++)
      if (row > top) own.set(column, FROM_ABOVE);
      else if (column > left) own.set(column, FROM_LEFT);
  }
}

function marked(texts: readonly string[], marks: ReadonlyMap<number, string>): readonly string[] {
  const width = Math.max(texts.length, ...[...marks.keys()].map((column) => column + 1));
  return Array.from({ length: width }, (_, column) => texts[column] || (marks.get(column) ?? ''));
}
