import { isBlank } from '../cells/filled.js';
import { rowInVietnamese } from '../header/bilingual.js';
import type { Block } from '../header/header-search.js';
import { isTooWide } from '../header/heading-words.js';
import type { SheetContext } from '../sheet-context.js';
import type { Tell } from '../sheet-findings.js';
import type { SheetRow } from '../table-context.js';
import { isDownwards, mayBeDownwards, readDown } from './index.js';

/** A table laid downwards is no longer. */
const MOST_ROWS = 300;

/** Rows in which no header was found across, as far as a table laid downwards may have. */
export class PassedRows {
  private rows: SheetRow[] = [];

  get all(): readonly SheetRow[] {
    return this.rows;
  }

  add(row: SheetRow): void {
    if (this.rows.length < MOST_ROWS && !isTooWide(row)) this.rows.push(row);
  }

  /** True where what seems a header across is a row of what is laid downwards. */
  isPartOf(block: Block, window: readonly SheetRow[], { layouts }: SheetContext): boolean {
    const inVietnamese = (rows: readonly SheetRow[]) => rows.map(rowInVietnamese);
    return (
      mayBeDownwards(block) &&
      isDownwards(block, inVietnamese(this.rows), inVietnamese(window), layouts)
    );
  }

  /** Reads what is laid downwards in them, if anything is, and lets them go. */
  read(context: SheetContext, tell: Tell, headed: boolean): ReturnType<typeof readDown> {
    const filled = this.rows.filter(({ values }) => values.some((value) => !isBlank(value)));
    this.rows = [];
    return readDown(context, filled.map(rowInVietnamese), tell, headed);
  }
}
