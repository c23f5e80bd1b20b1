import { cellAddress } from '../../core/address.js';
import { CharSet } from '../../core/char-set.js';
import { FEW, firstFew } from '../../core/first-few.js';
import type { Value } from '../../core/value.js';
import type { SheetRow } from '../table-context.js';

/**
 * What programs write where they have no value; `Nan` may be somebody's name. An apostrophe is what
 * says in Excel that a text follows.
 */
const NO_VALUES = new Set(['nan', 'NaN', 'NaT', 'None', 'null', 'NULL', '#N/A', '<NA>', "'"]);
const LONGEST = 4;

/** What a sheet had of them. */
export interface FoundNoValues {
  readonly count: number;
  readonly found: string;
  readonly places: string;
}

/** Reads as blank what a program has left in cells for want of a value. */
export class NoValues {
  private readonly words = new Set<string>();
  private readonly cells: string[] = [];
  private count = 0;

  /** The row without them. */
  read(row: SheetRow): SheetRow {
    return holdsNoValue(row.values) ? this.without(row) : row;
  }

  private without(row: SheetRow): SheetRow {
    const { number, values } = row;
    const kept = values.map((value, column) => {
      if (typeof value !== 'string' || !isNoValue(value)) return value;
      this.count++;
      this.words.add(value);
      if (this.cells.length < FEW) this.cells.push(cellAddress(column, number));
      return null;
    });
    return { ...row, values: kept };
  }

  /** What there is to be told of the sheet; null for nothing. */
  end(): FoundNoValues | null {
    const { count, words, cells } = this;
    if (count === 0) return null;
    const found = [...words].map((word) => `“${word}”`).join(', ');
    return { count, found, places: firstFew(cells, ', ', count) };
  }
}

function holdsNoValue(values: readonly Value[]): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value === 'string' && isNoValue(value)) return true;
  }
  return false;
}

const FIRST = new CharSet([...NO_VALUES].map((word) => word[0]).join(''));

/** Nearly no cell: sexes and words such as `Nam` have to be looked up. */
export function isNoValue(text: string): boolean {
  if (text.length > LONGEST) return false;
  return FIRST.at(text, 0) && NO_VALUES.has(text);
}
