import { columnLetters, columnNumber } from '../core/address.js';
import { firstFew } from '../core/first-few.js';
import { groupBy } from '../core/group-by.js';
import { byCodePoint } from '../core/order.js';
import { rowRuns } from '../core/row-runs.js';
import type { TallyRow } from '../forms/report.js';
import { type HeldPart, rowsOf } from './held.js';

/** Parts of which one thing is told: of one file, form and month; the first above all others. */
export type Alike = readonly [HeldPart, ...HeldPart[]];

/**
 * Parts by file, form and month, so that what holds for a whole commune is told once.
 * @param more tells parts apart beside that
 */
export function byTable(
  parts: Iterable<HeldPart>,
  more: (held: HeldPart) => string = () => '',
): readonly Alike[] {
  const groups = groupBy(parts, (held) =>
    [held.file.file, held.table.form, held.month, more(held)].join('\u0000'),
  );
  return [...groups.values()].map((group): Alike => group.sort(fromAbove));
}

function fromAbove(a: HeldPart, b: HeldPart): number {
  const row = ({ part }: HeldPart) => rowsOf(part).at(0) ?? 0;
  return a.source - b.source || row(a) - row(b);
}

/** How many hamlets the parts are of, and the first; the unit, where there is but one. */
export function hamletsIn(parts: Alike) {
  const units = [...new Set(parts.map(({ part }) => part.unit))].sort(byCodePoint);
  const [first] = parts;
  return {
    args: { form: first.table.form, count: units.length, hamlets: firstFew(units) },
    unit: units.length === 1 ? { unit: first.part.unit } : {},
  };
}

/**
 * Where the rows of tallies stand that are parts of their hamlets, or of its month: their rows, or the
 * columns of those that are laid downwards.
 */
export function standIn(rows: readonly TallyRow[]): { rows: string; places: string } {
  const cells = rows.flatMap((row) => Object.values(row.cells ?? {}));
  if (cells.length > 0 && rows.every((row) => row.row === rows[0]!.row)) {
    const columns = [...new Set(cells.map((cell) => columnNumber(cell.replace(/\d+$/, ''))))];
    const letters = columns.sort((a, b) => a - b).map(columnLetters);
    return { rows: '', places: firstFew(letters, ', ') };
  }
  const runs = rowRuns(rows.map(({ row }) => row).sort((a, b) => a - b));
  return { rows: firstFew(runs), places: '' };
}
