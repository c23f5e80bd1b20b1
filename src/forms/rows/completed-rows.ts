import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import { type MergedBlocks, mergedBlocks } from '../cells/merged-blocks.js';
import type { Recognition } from '../header/recognise.js';
import type { SheetRow, TableContext } from '../table-context.js';
import { isOfPlace, type MergedNames } from './merged-names.js';

/** Rows of one merged name that are looked at together. */
const MOST = 20;

type TakeRow = (row: SheetRow) => boolean;

/**
 * A step before a list in which each merged name is one entity's: its rows wait for the last of
 * them, and the first has what it leaves blank from those below it. Rows in rising order.
 */
export class CompletedRows {
  private readonly found: Recognition;
  private readonly names: MergedNames;
  private readonly decisionOf: TableContext['decisionOf'];
  private readonly takeRow: TakeRow;
  private readonly blocks: MergedBlocks;
  /** A first row and those below it, until all are at hand. */
  private waiting: SheetRow[] = [];

  private constructor(
    found: Recognition,
    names: MergedNames,
    { decisionOf }: TableContext,
    takeRow: TakeRow,
  ) {
    this.found = found;
    this.names = names;
    this.decisionOf = decisionOf;
    this.takeRow = takeRow;
    this.blocks = mergedBlocks(names.ranges, names.column);
  }

  /** Null for a table whose rows need not wait. @param takeRow takes a row, as complete as it gets */
  static of(
    found: Recognition,
    names: MergedNames | null,
    context: TableContext,
    takeRow: TakeRow,
  ): CompletedRows | null {
    if (names === null || names.keys !== null) return null;
    return new CompletedRows(found, names, context, takeRow);
  }

  /** Takes the next row; true where it was a data row, or waits for those below its merged name. */
  take(row: SheetRow): boolean {
    const isBelow = this.blocks.covers(row.number) && this.waiting.length > 0;
    if (isBelow && this.waiting.length < MOST) {
      this.waiting.push(row);
      return true;
    }
    this.end();
    if (isBelow || !this.blocks.begins(row.number) || !this.isSomebodys(row))
      return this.takeRow(row);
    this.waiting = [row];
    return true;
  }

  /** Hands on the rows that wait still: no more of them follow. */
  end(): void {
    const [first, ...below] = this.waiting;
    this.waiting = [];
    if (first === undefined) return;
    const lent = below.filter(
      (row) => !this.isAsItStands(row) && isOfPlace(this.names, row, first),
    );
    this.takeRow(this.isAsItStands(first) ? first : this.completed(first, lent));
    for (const row of below) this.takeRow(row);
  }

  /** A row that was decided on, or is struck through, neither lends nor takes. */
  private isAsItStands({ number, struck }: SheetRow): boolean {
    return struck !== undefined || (this.decisionOf?.(number) ?? null) !== null;
  }

  /** More than a text alone, as a title or a signature is. */
  private isSomebodys({ values }: SheetRow): boolean {
    const { fields, serial } = this.found;
    const said = [...fields.values()].filter((column) => !isBlank(values[column]));
    return said.length > 1 && (serial === null || !isBlank(values[serial]));
  }

  private completed(first: SheetRow, below: readonly SheetRow[]): SheetRow {
    if (below.length === 0) return first;
    const { fields, layout, bySex, byLevel, byMeans } = this.found;
    const values = [...first.values];
    const halves = bySex === undefined ? [] : [bySex.male, bySex.female];
    const means = (byMeans?.columns ?? []).map(({ column }) => column);
    for (const column of [...fields.values(), ...halves, ...(byLevel?.columns ?? []), ...means])
      if (isBlank(values[column]))
        values[column] = below.find((row) => !isBlank(row.values[column]))?.values[column] ?? null;
    const payment = fields.get(layout.fields.find((field) => field.payment)?.id ?? '');
    if (payment !== undefined && !means.includes(payment))
      values[payment] = joined([first, ...below].map((row) => cellText(row.values[payment])));
    return { ...first, values };
  }
}

/** `Tiền mặt` over `QR`: both. */
function joined(texts: readonly string[]): string | null {
  return [...new Set(texts.filter((text) => text !== ''))].join(', ') || null;
}
