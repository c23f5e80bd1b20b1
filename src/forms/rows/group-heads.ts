import type { MarkKind } from '../cells/group-mark.js';
import type { UnitLevel } from '../header/unit-columns.js';
import type { Problem } from '../places/place.js';
import type { Numbers, TableTotals } from '../table/table-totals.js';
import type { SheetRow } from '../table-context.js';

/** A group's head with numbers, of which it is not yet known what they are. */
export interface OpenHead {
  readonly row: SheetRow;
  readonly numbers: Numbers;
  readonly mark: number;
  readonly level: UnitLevel | null;
  readonly name: string;
  /** What numbers it, where only that tells it from a hamlet's row. */
  readonly onlyMark: MarkKind | null;
  /** What is to be said of its place, should it be a row of its own; null for the usual. */
  readonly problem: Problem | null;
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

  get isOpen(): boolean {
    return this.open.length > 0;
  }

  /**
   * A data row follows: the heads are subtotals of what is below them. Those are not that only
   * a mark told from it, which is marked so as well: they are given, as rows of their own.
   */
  confirm(mark: MarkKind | null): readonly OpenHead[] {
    const isAlike = ({ onlyMark }: OpenHead) => onlyMark !== null && onlyMark === mark;
    const own = this.open.filter(isAlike);
    for (const head of this.open)
      if (!isAlike(head)) this.totals.state(head.row.number, head.numbers, head.mark);
    this.open = [];
    return own;
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
