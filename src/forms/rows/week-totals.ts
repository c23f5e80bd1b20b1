import { cellAddress } from '../../core/address.js';
import { parseCount } from '../../core/numbers.js';
import { cellText } from '../cells/cell-text.js';
import { type DataRecord, indexOf } from '../data-record.js';
import type { Recognition } from '../header/recognise.js';
import type { SheetRow } from '../table-context.js';

/** What a count is, what the columns of its weeks come to, and where these stand. */
type Tell = (field: string, found: number, expected: number, places: string) => void;

/** Holds the counts of a tally's rows against those of the weeks beside them. */
export class WeekTotals {
  private readonly sums: readonly { field: string; at: number; columns: readonly number[] }[];
  private readonly tell: Tell;

  private constructor(sums: WeekTotals['sums'], tell: Tell) {
    this.sums = sums;
    this.tell = tell;
  }

  /** Null where no count has columns of weeks beside it. */
  static of({ ofWeeks, layout }: Recognition, tell: Tell): WeekTotals | null {
    if (ofWeeks === undefined) return null;
    const sums = [...ofWeeks].map(([field, columns]) => {
      return { field, at: indexOf(layout, field)!, columns };
    });
    return new WeekTotals(sums, tell);
  }

  /** A row whose weeks all have their count, which come to another one than it states, is told. */
  look({ number, values }: SheetRow, record: DataRecord): void {
    for (const { field, at, columns } of this.sums) {
      const found = record[at];
      if (typeof found !== 'number') continue;
      const weeks = columns.map((column) => countIn(values[column]));
      if (weeks.includes(null)) continue;
      const expected = weeks.reduce<number>((sum, week) => sum + week!, 0);
      const cells = columns.map((column) => cellAddress(column, number));
      if (expected !== found) this.tell(field, found, expected, cells.join(', '));
    }
  }
}

function countIn(value: SheetRow['values'][number] | undefined): number | null {
  const read = parseCount(cellText(value ?? null));
  return 'bad' in read ? null : read.value;
}
