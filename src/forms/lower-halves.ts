import { cellText } from './cell-text.js';
import { isBlank } from './filled.js';
import { type MergedBlocks, type MergedRange, mergedBlocks } from './merged-blocks.js';
import type { Recognition } from './recognise.js';
import type { SheetRow } from './table-context.js';

/**
 * Rows of a list that lie in the merged cell of somebody's name, below its first: what else is to be
 * said of the same person, as a second position or telephone number. Rows in rising order.
 */
export class LowerHalves {
  private readonly blocks: MergedBlocks;
  /** Where the row belongs: one of another team or hamlet is a row of its own. */
  private readonly places: readonly number[];
  private first: SheetRow | null = null;

  private constructor(blocks: MergedBlocks, places: readonly number[]) {
    this.blocks = blocks;
    this.places = places;
  }

  /** Null for a table that has none, or whose entities may come twice, or are not told by their names. */
  static in(
    found: Recognition,
    merges: readonly MergedRange[],
    bottom: number,
  ): LowerHalves | null {
    const { layout, fields, units, range } = found;
    const identity = layout.form.list?.identity;
    const [id = ''] = layout.required;
    const name = fields.get(id);
    if (layout.layout !== 'list' || name === undefined || range !== undefined) return null;
    if (identity === undefined || identity.visits !== undefined) return null;
    if (!identity.keys.flat().includes(id)) return null;
    const own = merges.filter(
      (m) => m.top > bottom && m.bottom > m.top && m.left <= name && name <= m.right,
    );
    if (own.length === 0) return null;
    const team = fields.get(identity.within ?? '');
    const places = [...Object.values(units), team ?? null].filter((column) => column !== null);
    return new LowerHalves(mergedBlocks(own, name), places);
  }

  /** The row of which the next row of data is only the lower half; null for a row of its own. */
  upperOf(row: SheetRow): number | null {
    if (!this.blocks.covers(row.number)) {
      this.first = row;
      return null;
    }
    const { first } = this;
    if (first === null || !this.places.every((column) => isSame(row, first, column))) return null;
    return first.number;
  }
}

function isSame({ values }: SheetRow, first: SheetRow, column: number): boolean {
  const value = values[column];
  return isBlank(value) || cellText(value) === cellText(first.values[column]);
}
