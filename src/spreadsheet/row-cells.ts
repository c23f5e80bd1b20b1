import { damagedError } from './limits.js';
import type { Value } from './types.js';

/** Blank rows say nothing of the next one's width, unless room for them would be costly. */
const MOST_FOR_BLANK = 64;

/** The cells of the row that is being read. */
export class RowCells {
  /** By 0-based column. */
  values: Value[] = [];
  /** How many columns there are up to the last that has a value. */
  width = 0;
  /** Column of the next cell, should it not say its own. */
  column = 0;
  private blank: Value[] = [null];

  /** Rows are much alike: room for as many cells as the last row had is most often right. */
  start(): void {
    this.values = this.blank.slice();
    this.width = 0;
    this.column = 0;
  }

  put(column: number, value: Value): void {
    const { values } = this;
    while (values.length < column) values.push(null);
    const other = values[column] ?? null;
    // Which of the two is meant nobody knows: programs differ.
    if (other !== null && other !== value) throw damagedError('a cell is there twice');
    values[column] = value;
    if (column >= this.width) this.width = column + 1;
  }

  /** The values, without what follows the last of them. */
  finish(): Value[] {
    const { values, width } = this;
    while (values.length > width) values.pop();
    this.expect(width);
    return values;
  }

  /** A wide row among narrow ones must not cost each of them its width. */
  private expect(width: number): void {
    const expected = this.blank.length;
    const isBlankBetween = width === 0 && expected <= MOST_FOR_BLANK;
    if (width > expected || (2 * width < expected && !isBlankBetween)) {
      // Packed from its beginning: an array with room for holes is a slower one.
      this.blank = Array.from({ length: Math.max(1, width) }, () => null);
    }
  }
}
