import { CellError, UncomputedFormula, type Value } from '../../core/value.js';
import { cellText } from '../cells/cell-text.js';
import type { Bad, Cast, CastValue, ExpectedId } from './types.js';

/** The cell is blank, or says so with a dash. */
export const BLANK = null;
const UNCOMPUTED: Cast = Object.freeze({ uncomputed: true });

/** What the field does not take, and what it does. */
export function bad(raw: Value, expected: ExpectedId, suggestion?: string): Bad {
  const found = cellText(raw);
  return suggestion === undefined ? { bad: found, expected } : { bad: found, expected, suggestion };
}

/** The value, told where it was repaired. */
export function good(value: CastValue, raw: Value, repaired: boolean | undefined): Cast {
  return repaired ? { value, repaired: cellText(raw) } : value;
}

/** A value of an unusual shape; told where it was repaired as well. */
export function odd(value: CastValue, raw: Value, repaired: boolean | undefined): Cast {
  return { value, ...(repaired && { repaired: cellText(raw) }), odd: true };
}

/** What no field takes: an error in the cell, a formula without its value, a wrong kind. */
export function refuse(raw: Value, expected: ExpectedId): Cast {
  if (raw instanceof UncomputedFormula) return UNCOMPUTED;
  if (raw instanceof CellError) return { bad: raw.text, expected };
  return bad(raw, expected);
}

const DASHES = /^(?:[-–—−_./]+|…+)$/;

/** A dash or dots alone: the writer says that there is nothing. */
export function saysNothing(cleaned: string): boolean {
  const first = cleaned.charCodeAt(0);
  // Letters and digits are what nearly every cell begins with.
  if ((first >= 0x30 && first < 0x5f) || (first > 0x60 && first < 0x2000)) return false;
  return cleaned === '' || DASHES.test(cleaned);
}
