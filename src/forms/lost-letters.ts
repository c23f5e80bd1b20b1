import { cellAddress } from '../core/address.js';
import type { SheetRow } from './table.js';

/** A question mark within a word: what is left of a letter that an encoding lacks (`T?n Th?i`). */
const LOST = /\?\p{L}/u;
/** Cells that show it: one may be a slip. */
const ENOUGH = 3;
/** Cells that are named. */
const NAMED = 5;

/** Cells whose Vietnamese letters were saved as `?`, the first of them; blank for none. */
export function lostLetters(rows: readonly SheetRow[]): string {
  const found: string[] = [];
  for (const { values, number } of rows) {
    for (let column = 0; column < values.length; column++) {
      const text = values[column];
      if (typeof text !== 'string' || !text.includes('?') || !LOST.test(text)) continue;
      if (found.length === NAMED) return `${found.join(', ')}, …`;
      found.push(cellAddress(column, number));
    }
  }
  return found.length < ENOUGH ? '' : found.join(', ');
}
