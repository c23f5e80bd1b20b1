import { cellAddress } from '../../core/address.js';
import { CASTS, valueIn } from '../cast/index.js';
import type { DataRecord } from '../data-record.js';
import type { Recognition } from '../header/recognise.js';
import type { SheetRow } from '../table-context.js';

/** What a total is, what the columns of its parts come to, and where all these stand. */
type Tell = (
  field: string,
  column: number,
  args: { found: number; expected: number; places: string },
) => void;

/** A column with the total of others. */
interface Total {
  readonly field: string;
  readonly column: number;
  readonly parts: readonly number[];
}

/** Holds the totals of a tally's rows against the weeks, the months, or the men and women, beside them. */
export class PartTotals {
  private readonly totals: readonly Total[];
  private readonly tell: Tell;

  private constructor(totals: readonly Total[], tell: Tell) {
    this.totals = totals;
    this.tell = tell;
  }

  /** Null where no total has columns of its parts beside it. */
  static of(
    { ofWeeks, sums, added, fields, monthsTotal }: Recognition,
    tell: Tell,
  ): PartTotals | null {
    const own = [...(ofWeeks ?? [])].map(([field, parts]) => {
      return { field, column: fields.get(field)!, parts };
    });
    const bare = [...(sums ?? [])].map(([field, column]) => {
      return { field, column, parts: added!.get(field)! };
    });
    const totals = [...own, ...bare, ...(monthsTotal ? [monthsTotal] : [])];
    return totals.length === 0 ? null : new PartTotals(totals, tell);
  }

  /** A row whose parts all have their count, which come to another one than its total, is told. */
  look({ number, values }: SheetRow, record: DataRecord | null): void {
    if (record === null) return;
    for (const { field, column, parts } of this.totals) {
      const found = countIn(values[column]);
      const counts = parts.map((part) => countIn(values[part]));
      if (found === null || counts.includes(null)) continue;
      const expected = counts.reduce<number>((sum, count) => sum + count!, 0);
      if (expected === found) continue;
      const places = parts.map((part) => cellAddress(part, number)).join(', ');
      this.tell(field, column, { found, expected, places });
    }
  }
}

function countIn(value: SheetRow['values'][number] | undefined): number | null {
  const count = valueIn(CASTS.count(value ?? null));
  return typeof count === 'number' ? count : null;
}
