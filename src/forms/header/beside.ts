import type { SheetRow } from '../table-context.js';
import type { CompiledLayout } from './compile.js';
import type { HeaderColumn } from './header-columns.js';
import { isByParts } from './part-headings.js';
import { type Recognition, recognise } from './recognise.js';
import { isSerialHeading, unitLevel } from './unit-columns.js';

/** A table, and those that stand beside it in the same rows. */
interface Beside {
  readonly found: Recognition;
  readonly companions: readonly Recognition[];
}

/** The cells of a table that has another one beside it; addresses stay as they are. */
export function cellsWithin(
  { number, values }: SheetRow,
  { left, right }: NonNullable<Recognition['range']>,
): SheetRow {
  const own = (column: number) => left <= column && column <= right;
  return { number, values: values.map((value, column) => (own(column) ? value : null)) };
}

/**
 * A table has at least two columns that mean something, or one beside the names of a hamlet's teams or
 * weeks; a title alone is none.
 */
export function isTable(found: Recognition): boolean {
  return found.weight >= 2 || isByParts(found);
}

/**
 * Tables beside each other: an empty column, a second running number or a second column of hamlets
 * parts them, each is whole, and together they understand more than one table over all columns would.
 */
export function sideBySide(
  columns: readonly HeaderColumn[],
  layouts: readonly CompiledLayout[],
  score: number,
): Beside | null {
  const pieces = apart(columns);
  if (pieces.length < 2) return null;
  const whole = pieces.flatMap((piece) => {
    const found = recognise(piece, layouts).find((one) => one.missing.length === 0 && isTable(one));
    const range = { left: piece[0]!.column, right: piece.at(-1)!.column };
    return found === undefined ? [] : [{ ...found, range }];
  });
  const [found, ...companions] = whole;
  const together = whole.reduce((sum, one) => sum + one.score, 0);
  return found === undefined || companions.length === 0 || together <= score
    ? null
    : { found, companions };
}

function apart(columns: readonly HeaderColumn[]): readonly (readonly HeaderColumn[])[] {
  const pieces: HeaderColumn[][] = [];
  for (const column of columns) {
    const before = pieces.at(-1);
    const isGap = before !== undefined && column.column > before.at(-1)!.column + 1;
    const isFirst = isSerialHeading(column.readings.at(-1) ?? '') || isAgain(column, before?.[0]);
    if (before === undefined || isGap || isFirst) pieces.push([column]);
    else before.push(column);
  }
  return pieces;
}

/** The hamlets' column, which stands first in the table before as well: `Ấp | Số tổ | Ấp | Số tổ`. */
function isAgain({ readings, text }: HeaderColumn, first: HeaderColumn | undefined): boolean {
  return text === first?.text && readings.some((reading) => unitLevel(reading) === 'hamlet');
}

/**
 * One table of a province's counts may hold several tallies, beside each other. What the best
 * of them knows by a lower row alone (`Tổng số`) is another's that knows the whole heading
 * (`Hộ kinh doanh – Tổng số`).
 */
export function tallies(
  best: Recognition,
  others: readonly Recognition[],
  columns: readonly HeaderColumn[],
): Beside {
  const found = others.reduce((one, other) => yielded(one, other, columns), best);
  const taken = [found];
  for (const other of others) {
    const own = taken.reduce((rest, one) => yielded(rest, one, columns), other);
    if (taken.every((one) => areApart(one, own))) taken.push(own);
  }
  return { found, companions: taken.slice(1) };
}

/** The table without the columns that are rather another's, where that parts them. */
function yielded(
  one: Recognition,
  other: Recognition,
  columns: readonly HeaderColumn[],
): Recognition {
  const theirs = new Set(other.fields.values());
  const isTheirs = (column: number) =>
    theirs.has(column) && rankOf(other, columns, column) < rankOf(one, columns, column);
  const kept = [...one.fields].filter(
    ([id, column]) => one.layout.required.includes(id) || !isTheirs(column),
  );
  const without = { ...one, fields: new Map(kept) };
  return areApart(without, other) ? without : one;
}

/** From which row down a column's heading names its field: 0 where that of all rows does. */
function rankOf({ layout }: Recognition, columns: readonly HeaderColumn[], column: number): number {
  const readings = columns.find((one) => one.column === column)?.readings ?? [];
  const rank = readings.findIndex((reading) => layout.headings.has(reading));
  return rank < 0 ? readings.length : rank;
}

/** Two tallies that share no column but those of the place, the number and the note. */
export function areApart(a: Recognition, b: Recognition): boolean {
  if (a.layout.layout !== 'tally' || b.layout.layout !== 'tally') return false;
  const columns = (one: Recognition) =>
    [...one.fields].filter(([id]) => id !== 'note').map(([, column]) => column);
  const own = new Set(columns(a));
  return columns(b).every((column) => !own.has(column));
}
