import { columnLetters } from '../../core/address.js';
import { memo } from '../../core/memo.js';
import { CalendarDate, Percentage, type Value } from '../../core/value.js';
import { CASTS, isBlank, valueIn } from '../cast/index.js';
import type { MergedRange } from '../cells/merged-blocks.js';
import type { Recognition } from '../header/recognise.js';
import type { LayoutName } from '../types.js';

/** Rows of a header as they stand in the sheet; 1-based numbers, 0-based columns. */
interface HeaderRows {
  readonly rows: readonly { readonly values: readonly Value[] }[];
  readonly top: number;
  readonly bottom: number;
}

/**
 * Columns of a table that have a heading, 0-based: a text of their own, or a share of one that
 * is merged over them and counts for nothing (`Ghi chú`). Below `Số thành viên` over two columns
 * only the first has one.
 */
export function headedColumns(
  tables: readonly Recognition[],
  merges: readonly MergedRange[],
  { rows, top, bottom }: HeaderRows,
): ReadonlySet<number> {
  const filled = rows.flatMap(({ values }) =>
    values.flatMap((value, column) => (isBlank(value) ? [] : [column])),
  );
  const own = tables.map(columnsOf);
  const isUsed = (column: number) => own.some(({ used }) => used.has(column));
  const shared = merges.filter((m) => top <= m.top && m.bottom <= bottom && !isUsed(m.left));
  return new Set([...filled, ...columnsUnder(shared), ...own.flatMap(({ units }) => units)]);
}

/** The columns of a table's fields, but for the note's, and of its units. */
const columnsOf = memo(({ fields, units }: Recognition) => ({
  used: new Set([...fields].flatMap(([id, column]) => (id === 'note' ? [] : [column]))),
  units: Object.values(units).filter((column) => column !== null),
}));

/** The columns that merges lie over, each once, however often they lie over one. */
function columnsUnder(merges: readonly MergedRange[]): number[] {
  const columns: number[] = [];
  let next = 0;
  for (const { left, right } of [...merges].sort((a, b) => a.left - b.left))
    for (next = Math.max(next, left); next <= right; next++) columns.push(next);
  return columns;
}

/** Columns told of one table: more would be a sheet of junk. */
const MOST_COLUMNS = 20;

/** Tells the values of data rows that would count, had they a heading. */
export class Unheaded {
  /** Columns without a heading among those that have one. */
  private readonly gaps: readonly number[];
  /** The first column to the right of all headings. */
  private readonly width: number;
  private readonly counts: (value: Value) => boolean;
  private readonly told = new Set<number>();
  private readonly tell: (row: number, column: number, letters: string) => void;

  /** @param tell takes a cell's row, 1-based, and column, 0-based and in letters */
  constructor(
    headed: ReadonlySet<number>,
    layout: LayoutName,
    tell: (row: number, column: number, letters: string) => void,
  ) {
    const first = Math.min(...headed);
    this.width = Math.max(...headed) + 1;
    // What stands left of all headings numbers the rows.
    const within = Array.from({ length: this.width - first }, (_, i) => first + i);
    this.gaps = within.filter((column) => !headed.has(column));
    this.counts = layout === 'list' ? isEntry : isNumber;
    this.tell = tell;
  }

  /** Looks at a data row's cells; nearly every row has none without a heading. */
  look({ number, values }: { readonly number: number; readonly values: readonly Value[] }): void {
    const { gaps, width } = this;
    for (let i = 0; i < gaps.length; i++) this.see(number, gaps[i]!, values[gaps[i]!] ?? null);
    for (let column = width; column < values.length; column++)
      this.see(number, column, values[column]!);
  }

  private see(row: number, column: number, value: Value): void {
    if (value === null || value === '' || !this.counts(value)) return;
    if (!this.told.has(column) && this.told.size >= MOST_COLUMNS) return;
    this.told.add(column);
    this.tell(row, column, columnLetters(column));
  }
}

/** A number that is not 0, as a tally has. */
function isNumber(raw: Value): boolean {
  if (raw instanceof Percentage) return raw.value !== 0;
  if (typeof raw === 'number') return raw !== 0;
  if (typeof raw !== 'string') return false;
  return Number(valueIn(CASTS.count(raw))) > 0;
}

/** A number, a tick or a date, as a list has. */
function isEntry(raw: Value): boolean {
  return isNumber(raw) || raw instanceof CalendarDate || CASTS.mark(raw) === true;
}
