import { cellText } from '../cells/cell-text.js';
import { isSerial } from '../cells/row-kind.js';
import type { SheetRow } from '../table-context.js';

/** So many cells beside the number are a person's or a hamlet's row. */
const FEWEST = 2;

/**
 * The first of the rows of a sheet without a header, where they go on with another sheet's table:
 * the first is numbered, but not from 1, the next ones in turn, and each has more beside its number.
 */
export function goesOn(rows: readonly SheetRow[]): number | null {
  const filled = rows.filter(({ values }) => values.some((value) => cellText(value) !== ''));
  const numbers = filled.slice(0, 3).map(numberOf);
  const [first = null] = numbers;
  if (first === null || first < 2) return null;
  return numbers.every((number, i) => number === first + i) ? filled[0]!.number : null;
}

function numberOf({ values }: SheetRow): number | null {
  const texts = values.map(cellText).filter((text) => text !== '');
  const [number = '', ...more] = texts;
  const isRow =
    isSerial(number) && more.length >= FEWEST && more.some((text) => /\p{L}{2}/u.test(text));
  return isRow ? Number.parseInt(number, 10) : null;
}
