import { fold } from '../../core/text.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import { type MergedBlocks, mergedBlocks } from '../cells/merged-blocks.js';
import type { SheetRow } from '../table-context.js';
import { isOfPlace, type MergedNames } from './merged-names.js';

/**
 * Rows of a list that lie in the merged cell of somebody's name, below its first: what else is to be
 * said of the same person, as a second position or telephone number. Rows in rising order.
 */
export class LowerHalves {
  private readonly names: MergedNames;
  private readonly blocks: MergedBlocks;
  private first: SheetRow | null = null;

  constructor(names: MergedNames) {
    this.names = names;
    this.blocks = mergedBlocks(names.ranges, names.column);
  }

  /** The row of which the next row of data is only the lower half; null for a row of its own. */
  upperOf(row: SheetRow): number | null {
    const first = this.firstOf(row);
    return this.names.keys === null && first !== null ? first.number : null;
  }

  /** Of a row that counts apart from the first of its merged name: in which column they differ. */
  apartFrom(row: SheetRow): { readonly field: string; readonly otherRow: number } | null {
    const { keys } = this.names;
    if (keys === null) return null;
    const first = this.firstOf(row);
    if (first === null) return null;
    const both = keys.filter(
      ({ column }) => !isBlank(row.values[column]) && !isBlank(first.values[column]),
    );
    const [key] = both;
    const isApart = both.every(({ column }) => keyAt(row, column) !== keyAt(first, column));
    return key !== undefined && isApart ? { field: key.field, otherRow: first.number } : null;
  }

  private firstOf(row: SheetRow): SheetRow | null {
    if (!this.blocks.covers(row.number)) {
      this.first = row;
      return null;
    }
    const { first } = this;
    return first !== null && isOfPlace(this.names, row, first) ? first : null;
  }
}

function keyAt({ values }: SheetRow, column: number): string {
  return fold(cellText(values[column])).replace(/[^\p{L}\p{N}/]/gu, '');
}
