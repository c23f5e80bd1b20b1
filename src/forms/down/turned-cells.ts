import { cellAddress, rowOf } from '../../core/address.js';
import type { Value } from '../../core/value.js';
import type { Slot } from './claims.js';
import type { DownHeader, Heading } from './header.js';

/** What gives each field of a table its counts, in the fields' order. */
export type Slots = readonly (readonly [field: string, slot: Slot])[];

/**
 * Where the cells of a table stand that is laid downwards and read as if it were laid across: its
 * records, numbered from 1, are columns of the sheet.
 */
export class TurnedCells {
  private readonly slots: Slots;
  private readonly header: DownHeader;
  /** Rows of the sheet that give a field its count. */
  readonly rows: readonly number[];

  constructor(slots: Slots, header: DownHeader) {
    this.slots = slots;
    this.header = header;
    const rows = slots.map(([, { label }]) => label.row.number);
    this.rows = [...new Set(rows)].sort((a, b) => a - b);
  }

  /** The column of the sheet that a field's count of a record stands in. */
  columnOf({ running }: Slot, heading: Heading): number {
    if (this.header.inLines) return this.header.label;
    return running ? this.header.running!.column : heading.column;
  }

  valueOf(slot: Slot, heading: Heading): Value {
    const column = this.header.inLines ? heading.column : this.columnOf(slot, heading);
    return slot.label.row.values[column] ?? null;
  }

  /**
   * The fields of a record that are struck through; where its heading is, or all of the table, so is
   * the hamlet that it is of.
   */
  struckIn(heading: Heading): readonly number[] {
    const struck = this.struckBelow(heading);
    if (struck.length === 0 || !this.header.byHamlet) return struck;
    const isAll = (one: Heading) => this.struckBelow(one).length === this.slots.length;
    const isWhole = heading.struck === true || this.header.values.every(isAll);
    return isWhole ? [...struck, this.slots.length] : struck;
  }

  private struckBelow(heading: Heading): readonly number[] {
    return this.slots.flatMap(([, slot], i) =>
      slot.label.row.struck?.includes(this.columnOf(slot, heading)) ? [i] : [],
    );
  }

  /** The fields of a record of whose text some is struck through. */
  partlyIn(heading: Heading): readonly number[] {
    return this.slots.flatMap(([, slot], i) =>
      slot.label.row.partly?.includes(this.columnOf(slot, heading)) ? [i] : [],
    );
  }

  /** The cell of a field's count in a record. */
  cellOf(slot: Slot, record: number): string {
    const column = this.columnOf(slot, this.header.values[record - 1]!);
    return cellAddress(column, slot.label.row.number);
  }

  /** The cells of the hamlets that are struck through, where others' are not: `D4–D9`. */
  struckPlaces(): string {
    const { values } = this.header;
    const records = values.flatMap((one, i) =>
      this.struckIn(one).length > this.slots.length ? [i + 1] : [],
    );
    if (records.length === values.length) return '';
    return records.map((record) => this.cellsOf(record)).join(', ');
  }

  private cellsOf(record: number): string {
    const cells = this.slots.map(([, slot]) => this.cellOf(slot, record));
    return [...new Set([cells[0]!, cells.at(-1)!])].join('–');
  }

  /** The cell of a field in a record, or of the hamlet that heads it. */
  placeOf(at: number | undefined, record: number): { row: number; cell?: string } {
    const { row, column } = this.header.values[record - 1]!;
    if (at === undefined) return { row: this.rows[0]! };
    if (at >= this.slots.length) return { row, cell: cellAddress(column, row) };
    const cell = this.cellOf(this.slots[at]![1], record);
    return { row: rowOf(cell), cell };
  }
}
