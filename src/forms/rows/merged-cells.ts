import type { Value } from '../../core/value.js';
import { isBlank } from '../cells/filled.js';
import { type MergedBlocks, type MergedRange, mergedBlocks } from '../cells/merged-blocks.js';
import type { Recognition } from '../header/recognise.js';
import type { SheetRow } from '../table-context.js';

interface Column {
  readonly column: number;
  readonly blocks: MergedBlocks;
  above: Value;
}

/**
 * Fills the cells of a list that lie in a vertically merged block: `Tổ 1` stands for all its
 * rows. In a tally a count over several rows is nobody's own: see `SharedCounts`. Null
 * where no column has such a block. Rows in rising order.
 */
export function mergedCells(
  { layout, fields, range }: Recognition,
  merges: readonly MergedRange[],
  bottom: number,
): ((row: SheetRow) => SheetRow) | null {
  if (layout.layout !== 'list' || range !== undefined) return null;
  const below = merges.filter((m) => m.top > bottom && m.bottom > m.top);
  const columns = [...fields.values()]
    .filter((column) => below.some((m) => m.left <= column && column <= m.right))
    .map((column): Column => ({ column, blocks: mergedBlocks(below, column), above: null }));
  const own = [...fields.values()];
  return columns.length === 0 ? null : (row) => filled(row, columns, own);
}

/** A row that is blank otherwise is only the lower half of the one above. */
function filled(row: SheetRow, columns: readonly Column[], own: readonly number[]): SheetRow {
  const { number, values } = row;
  const isRow = own.some((column) => !isBlank(values[column]));
  const copy = [...values];
  for (const one of columns) {
    const covered = one.blocks.covers(number);
    if (!covered) one.above = values[one.column] ?? null;
    else if (isRow) copy[one.column] = one.above;
  }
  return { number, values: copy };
}
