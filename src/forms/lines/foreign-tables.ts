import type { Tell } from '../sheet-findings.js';
import type { SheetRow } from '../table-context.js';
import { headerTold, isForeignRow } from './foreign-header.js';

/** Headers of tables of no form that are told above the first table. */
const MOST_HELD = 50;

/** The tables of a sheet that are of no form: what heads each is told, and none of its rows is read. */
export class ForeignTables {
  private readonly tell: Tell;
  /** Headers above the first table: told once there is one. */
  private held: SheetRow[] = [];
  private isIn = false;

  constructor(tell: Tell) {
    this.tell = tell;
  }

  /** Below the tables so far such a one has begun. */
  get isOpen(): boolean {
    return this.isIn;
  }

  /** The row is one of theirs. */
  has(row: SheetRow): boolean {
    return this.isIn && isForeignRow(row);
  }

  /** The row heads one: what follows belongs to no form. */
  begin(row: SheetRow): void {
    const { header, cell } = headerTold(row);
    this.tell('CCDS-S13', row.number, { header }, cell);
    this.isIn = true;
  }

  /** The row heads one, which is told if a table of a form follows. */
  hold(row: SheetRow): void {
    if (this.held.length < MOST_HELD) this.held.push(row);
    this.isIn = true;
  }

  /** Tells what was held; not of what proved to be of a form. */
  tellHeld(isOfForm: (row: number) => boolean = () => false): void {
    const held = this.held.filter(({ number }) => !isOfForm(number));
    this.held = [];
    for (const row of held) this.begin(row);
    this.isIn = false;
  }

  /** Other rows follow. */
  close(): void {
    this.isIn = false;
  }
}
