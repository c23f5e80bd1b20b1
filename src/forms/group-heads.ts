import type { SheetRow } from './table-context.js';
import type { Numbers, TableTotals } from './table-totals.js';
import type { UnitLevel } from './unit-columns.js';

/** A group's head with numbers, of which it is not yet known what they are. */
export interface OpenHead {
  readonly row: SheetRow;
  readonly numbers: Numbers;
  readonly mark: number;
  readonly level: UnitLevel | null;
  readonly name: string;
}

const DEPTH: Readonly<Record<UnitLevel, number>> = {
  province: 0,
  district: 1,
  commune: 2,
  hamlet: 3,
};

/**
 * In a tally a row of a commune can be the head of its hamlets' rows, with their sum, or all
 * that the commune has sent. Only what follows tells: rows make it a subtotal; the next
 * commune's row, or the table's end, make it a row whose hamlet is not known.
 */
export class GroupHeads {
  private readonly totals: TableTotals;
  private open: OpenHead[] = [];

  constructor(totals: TableTotals) {
    this.totals = totals;
  }

  add(head: OpenHead): void {
    this.open.push(head);
  }

  /** A data row follows: the heads are subtotals of what is below them. */
  confirm(): void {
    for (const { row, numbers, mark } of this.open) this.totals.state(row.number, numbers, mark);
    this.open = [];
  }

  /**
   * A head of this level (null: a total, or the end) follows, and no row in between: gives
   * the last head where it is a row of its own. Those above it stay open, or have ended too.
   */
  close(level: UnitLevel | null): OpenHead | null {
    const depth = level === null ? -1 : DEPTH[level];
    const last = this.open.at(-1);
    if (last === undefined || depthOf(last) < depth) return null;
    this.open.pop();
    while (this.open.length > 0 && depthOf(this.open.at(-1)!) >= depth) {
      const { row, numbers, mark } = this.open.pop()!;
      this.totals.state(row.number, numbers, mark);
    }
    return last;
  }
}

function depthOf({ level }: OpenHead): number {
  return level === null ? DEPTH.commune : DEPTH[level];
}
