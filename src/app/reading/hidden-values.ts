import { cellAddress } from '../../core/address.js';
import { FEW, firstFew } from '../../core/first-few.js';
import { CalendarDate, type Value } from '../../core/value.js';
import type { TableReport } from '../../forms/report.js';
import type { Merge, Row } from '../../spreadsheet/index.js';

/** Cells of one row, side by side. */
interface Cells {
  readonly row: number;
  readonly left: number;
  count: number;
}

/** What a sheet's tables have of them. */
export interface FoundHidden {
  readonly row: number;
  readonly cell: string;
  readonly count: number;
  readonly places: string;
}

/**
 * Values below merged cells. A program shows the upper left cell of a merge alone; what the others hold
 * (a format that was painted over them leaves it, some programs write it) nobody sees who looks at the
 * sheet or prints it. They are read as blank. What says once more what is shown stays, but for a number,
 * which would count once more; below the one shown it is nothing to be told: the number is of all these rows.
 */
export class HiddenValues {
  private readonly rising: readonly Merge[];
  private next = 0;
  private open: { readonly merge: Merge; readonly shown: Value }[] = [];
  private readonly found: Cells[] = [];

  /** @param merges of the sheet */
  constructor(merges: readonly Merge[]) {
    this.rising = merges
      .filter(({ top, left, bottom, right }) => top < bottom || left < right)
      .sort((a, b) => a.top - b.top);
  }

  /** The next row of the sheet, without them; rows in rising order. */
  without(row: Row): Row {
    this.reach(row);
    return this.open.length === 0 ? row : this.blanked(row);
  }

  /** Those that lie in tables, their headers among them; null for none. */
  in(tables: readonly Pick<TableReport, 'headerRow' | 'endRow'>[]): FoundHidden | null {
    const told = this.found.filter(({ row }) =>
      tables.some(({ headerRow, endRow }) => headerRow <= row && row <= endRow),
    );
    const [first] = told;
    if (first === undefined) return null;
    const count = told.reduce((sum, cells) => sum + cells.count, 0);
    const places = told.slice(0, FEW).flatMap(addresses);
    return {
      row: first.row,
      cell: places[0]!,
      count,
      places: firstFew(places, ', ', count),
    };
  }

  /** Merges that begin in the row, or in one that the file does not hold, and those still going on. */
  private reach({ number, values }: Row): void {
    if (this.open.length > 0) this.open = this.open.filter(({ merge }) => merge.bottom >= number);
    for (; this.next < this.rising.length; this.next++) {
      const merge = this.rising[this.next]!;
      if (merge.top > number) return;
      const shown = merge.top === number ? (values[merge.left] ?? null) : null;
      if (merge.bottom >= number) this.open.push({ merge, shown });
    }
  }

  private blanked(row: Row): Row {
    let values: Value[] | null = null;
    const told = new Set<number>();
    for (const { merge, shown } of this.open) {
      const last = Math.min(merge.right, row.values.length - 1);
      for (let column = merge.left; column <= last; column++) {
        const value = row.values[column] ?? null;
        if (value === null || value === '' || isShown(merge, row.number, column)) continue;
        if (saysTheSame(value, shown)) continue;
        values ??= [...row.values];
        values[column] = null;
        if (value !== shown || column !== merge.left) told.add(column);
      }
    }
    if (values === null) return row;
    const isHidden = (column: number) =>
      values[column] === null && (row.values[column] ?? null) !== null;
    this.keep(row.number, told);
    return {
      ...row,
      values,
      ...(row.struck && { struck: row.struck.filter((column) => !isHidden(column)) }),
      ...(row.meant && { meant: row.meant.filter(({ column }) => !isHidden(column)) }),
    };
  }

  private keep(row: number, told: ReadonlySet<number>): void {
    for (const column of [...told].sort((a, b) => a - b)) {
      const last = this.found.at(-1);
      if (last?.row === row && last.left + last.count === column) last.count++;
      else this.found.push({ row, left: column, count: 1 });
    }
  }
}

function isShown({ top, left }: Merge, row: number, column: number): boolean {
  return row === top && column === left;
}

function saysTheSame(value: Value, shown: Value): boolean {
  if (value instanceof CalendarDate && shown instanceof CalendarDate)
    return DAY.every((part) => value[part] === shown[part]);
  return value === shown && typeof value !== 'number';
}

const DAY = ['year', 'month', 'day', 'seconds'] as const;

function addresses({ row, left, count }: Cells): string[] {
  return Array.from({ length: Math.min(count, FEW) }, (_, i) => cellAddress(left + i, row));
}
