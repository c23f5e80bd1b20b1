import type { Value } from '../../core/value.js';
import { isBlank } from '../cells/filled.js';
import type { MergedRange } from '../cells/merged-blocks.js';
import type { Recognition } from '../header/recognise.js';
import type { SheetRow } from '../table-context.js';

/** A count that stands over the rows of several hamlets. */
export interface SharedCount {
  readonly field: string;
  /** What the merged cell says. */
  readonly value: Value;
}

interface Block {
  readonly field: string;
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
  value: Value;
}

/**
 * Tells the counts of a tally whose cell is merged over several rows, where that of the hamlet is
 * not: how much of such a count is whose nobody knows. Rows in rising order.
 */
export class SharedCounts {
  private readonly blocks: readonly Block[];
  /** Blocks before this one have ended. */
  private next = 0;

  private constructor(blocks: readonly Block[]) {
    this.blocks = blocks;
  }

  /** Null where no count is merged so. @param bottom last row of the header */
  static in(
    { layout, fields, added, units: { hamlet } }: Recognition,
    merges: readonly MergedRange[],
    bottom: number,
  ): SharedCounts | null {
    if (layout.layout !== 'tally' || hamlet === null || merges.length === 0) return null;
    const below = merges.filter((m) => m.top > bottom && m.bottom > m.top);
    const own = besideHamlets(below, hamlet);
    const columns = [...fields].map(([id, column]) => [id, added?.get(id) ?? [column]] as const);
    const counts = columns
      .filter(([id]) => layout.byId.get(id)!.type === 'count')
      .flatMap(([id, all]) => all.map((column) => [id, column] as const));
    const blocks = own.flatMap(({ top, bottom: last, left, right }) =>
      counts
        .filter(([, column]) => left <= column && column <= right)
        .map(([field, column]): Block => ({ field, column, top, bottom: last, value: null })),
    );
    if (blocks.length === 0) return null;
    return new SharedCounts(blocks);
  }

  /** The counts that a row shares with others. */
  of({ number, values }: SheetRow): readonly SharedCount[] {
    const { blocks } = this;
    while (this.next < blocks.length && blocks[this.next]!.bottom < number) this.next++;
    const shared: SharedCount[] = [];
    for (let i = this.next; i < blocks.length && blocks[i]!.top <= number; i++) {
      const block = blocks[i]!;
      if (number === block.top) block.value = values[block.column] ?? null;
      if (number <= block.bottom && !isBlank(block.value)) shared.push(block);
    }
    return shared;
  }
}

/** Those from the top down that lie in none of the hamlet's column: all rows of one are that hamlet's. */
function besideHamlets(merges: readonly MergedRange[], hamlet: number): MergedRange[] {
  const rows = merges.toSorted((a, b) => a.top - b.top || b.bottom - a.bottom);
  const hamlets = rows.filter((m) => m.left <= hamlet && hamlet <= m.right);
  let next = 0;
  // How far down hamlets reach that begin no lower.
  let reach = 0;
  return rows.filter((m) => {
    while (next < hamlets.length && hamlets[next]!.top <= m.top)
      reach = Math.max(reach, hamlets[next++]!.bottom);
    return m.bottom > reach;
  });
}
