import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import { type MergedBlocks, type MergedRange, mergedBlocks } from '../cells/merged-blocks.js';
import type { UnitLevel } from '../header/unit-columns.js';
import type { SheetRow } from '../table-context.js';

/** Marks a row, and is no part of its name: `- Ấp Gò`. */
const BULLET = /^[-–•+*]\s*(?=\p{L})/u;

/** A column of units' names. Rows in rising order. */
export class UnitColumn {
  readonly level: UnitLevel;
  readonly column: number;
  readonly blocks: MergedBlocks;
  /** What its last filled cell says, as far as that holds for the rows below. */
  above = '';
  private filledRow = 0;
  private filled = '';

  constructor(level: UnitLevel, column: number, merges: readonly MergedRange[]) {
    this.level = level;
    this.column = column;
    this.blocks = mergedBlocks(merges, column);
  }

  /**
   * The name in a row's cell, or of the merged block that it lies in.
   * @param isAsAbove a blank cell means what the last filled one says
   */
  nameIn({ number, values }: SheetRow, isAsAbove: boolean): string {
    const raw = values[this.column];
    if (!isBlank(raw)) return nameOf(cellText(raw), this.level);
    if (this.filledRow === number) return this.filled;
    this.filledRow = number;
    this.filled = this.blocks.covers(number) || isAsAbove ? this.above : '';
    return this.filled;
  }
}

/** A dash names no district: there are none any more. */
function nameOf(text: string, level: UnitLevel): string {
  const name = unmarked(text);
  if (level === 'hamlet' || level === 'commune') return name;
  return /[\p{L}\p{N}]/u.test(name) ? name : '';
}

/** Nearly every name begins with a letter. */
function unmarked(text: string): string {
  const first = text.charCodeAt(0);
  return first < 0x30 || first > 0x2000 ? text.replace(BULLET, '') : text;
}
