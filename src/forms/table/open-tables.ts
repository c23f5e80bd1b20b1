import type { Block } from '../header/header-search.js';
import type { HeadingSet } from '../header/heading-set.js';
import type { Recognition } from '../header/recognise.js';
import type { TableReport } from '../report.js';
import type { SheetContext } from '../sheet-context.js';
import type { Tell } from '../sheet-findings.js';
import type { SheetRow } from '../table-context.js';
import { openings } from './by-months.js';
import { type Headed, headsOf, type Opening } from './opening.js';
import type { Table } from './table.js';

/** The tables of a sheet that are being read: none, one, or several beside each other. */
export class OpenTables {
  private readonly context: SheetContext;
  private readonly tell: Tell;
  private tables: readonly Table[] = [];
  /** What heads them, as their header says. */
  private heads: readonly Recognition[] = [];
  /** What they have in common, and what of it waits for their rows. */
  private openings: readonly Opening[] = [];

  constructor(context: SheetContext, tell: Tell) {
    this.context = context;
    this.tell = tell;
  }

  get isEmpty(): boolean {
    return this.tables.length === 0;
  }

  /** Opens the tables that a header heads, where those before are closed. */
  open(headed: Headed): void {
    this.heads = headsOf(headed.block);
    this.openings = openings(this.context, this.tell, headed);
    this.tables = this.openings.flatMap((one) => one.open());
  }

  /** Hands a row to the tables; true where one of them took it for data. */
  feed(row: SheetRow): boolean {
    const { tables } = this;
    if (tables.length === 1) return tables[0]!.take(row);
    let isData = false;
    for (const table of tables) isData = table.take(row) || isData;
    return isData;
  }

  /** A cheap look: a cell of the row is a heading where a header would show first. */
  suspect(row: SheetRow, headings: HeadingSet): boolean {
    const { tables } = this;
    for (let i = 0; i < tables.length; i++)
      if (tables[i]!.guard.suspects(row, headings)) return true;
    return false;
  }

  /** True where the row says again what the header of one of them says. */
  repeat(row: SheetRow): boolean {
    return this.tables.some(({ guard }) => guard.repeats(row));
  }

  /** True where a header heads the same columns as theirs. */
  areHeadedBy(block: Block): boolean {
    const again = headsOf(block);
    return (
      again.length === this.heads.length &&
      again.every((one, i) => isSameTable(one, this.heads[i]!))
    );
  }

  /** Their header stands here once more. */
  resume(bottom: number): void {
    for (const table of this.tables) table.resume(bottom);
  }

  /** Closes them. @param covered last row of the sheet that is accounted for */
  close(lastRow: number, covered: number): TableReport[] {
    const reports = this.tables.flatMap((table, i) => {
      const own = table.end(lastRow, covered);
      // The rows of the sheet are counted once, with the first of tables beside each other.
      return i === 0 ? own : own.map((report) => ({ ...report, read: report.data }));
    });
    for (const one of this.openings) one.end();
    this.openings = [];
    this.tables = [];
    this.heads = [];
    return reports;
  }
}

function isSameTable(a: Recognition, b: Recognition): boolean {
  return (
    a.layout === b.layout &&
    a.fields.size === b.fields.size &&
    [...a.fields].every(([id, column]) => b.fields.get(id) === column) &&
    a.units.hamlet === b.units.hamlet
  );
}
