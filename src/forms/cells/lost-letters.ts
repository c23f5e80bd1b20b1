import { cellAddress } from '../../core/address.js';
import { FEW, firstFew } from '../../core/first-few.js';
import type { SheetRow } from '../table-context.js';

/** A question mark before a letter: what is left of one that an encoding lacks (`T?n Th?i`, `?p`). */
const LOST = /\?\p{L}|(?<!Ä)\uFFFD/u;
/** After `Ä` it is a `Đ` of garbled UTF-8, which can be told. */
const BROKEN = /(?<!Ä)\uFFFD/;
/** In an address of the web it stands before names of its own. */
const LINK = /:\/\/|^www\./i;
/** Some programs save `_` for it (`Nguy_n V_n An`): in two words at least, and no letter beyond ASCII is left. */
const UNDERSCORED = /^(?=.*(?:[a-z]_|_[a-z]).* .*(?:[a-z]_|_[a-z]))(?!.*__)[ -~]+$/i;
/** Letters with their marks behind them (VIQR): `Te^n`, `ddu+o+.c`, `Na(m`. */
const TYPED = /[aeo]\^|[uo]\+[a-z.'`?~]|[a-z]a\([a-z.'`?~]/i;
/** Cells that show it: one question mark may be a slip, the sign of a broken letter is none. */
const ENOUGH = 3;

/** Cells whose Vietnamese letters were saved as `?`, `_` or `�`, the first of them; blank for none. */
export function lostLetters(rows: readonly SheetRow[]): string {
  const found: string[] = [];
  let isSure = false;
  for (const { values, number } of rows) {
    for (let column = 0; column < values.length; column++) {
      const text = values[column];
      if (typeof text !== 'string' || !mayShow(text) || !shows(text)) continue;
      found.push(cellAddress(column, number));
      isSure ||= BROKEN.test(text);
      if (found.length > FEW) return firstFew(found);
    }
  }
  return isSure || found.length >= ENOUGH ? firstFew(found) : '';
}

/** Nearly no cell does, and this costs less than a look for words. */
function mayShow(text: string): boolean {
  return text.includes('?') || text.includes('_') || text.includes('\uFFFD');
}

function shows(text: string): boolean {
  if (LINK.test(text)) return false;
  return LOST.test(text) || UNDERSCORED.test(text);
}

/** Cells whose letters are typed with their marks behind them, the first of them; blank for none. */
export function typedLetters(rows: readonly SheetRow[]): string {
  const found: string[] = [];
  for (const { values, number } of rows)
    for (const [column, text] of values.entries())
      if (typeof text === 'string' && TYPED.test(text)) found.push(cellAddress(column, number));
  return found.length >= ENOUGH ? firstFew(found) : '';
}
