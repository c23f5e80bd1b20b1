import { cellText } from '../cells/cell-text.js';
import type { CompiledLayout } from '../header/compile.js';
import { mayBeginHeading, mayHead } from '../header/heading-start.js';
import { saysAnotherTime, saysRate } from '../header/under-heading.js';
import type { SheetRow } from '../table-context.js';
import type { DownHeader } from './header.js';
import { parted } from './labels.js';
import { meaningsOf } from './meanings.js';
import { saysCount } from './words.js';

/** A row that names a field, and the columns to the right in which it holds a number. */
interface Named {
  readonly row: SheetRow;
  readonly label: number;
  readonly numbers: readonly number[];
}

/**
 * The columns of a table that nothing heads: two rows at least, or one that says `Số …`, name fields of a
 * tally, all in one column, with their numbers in one column to the right. Null where it is not plainly
 * so, and below `Kế hoạch`.
 */
export function withoutHeader(
  rows: readonly SheetRow[],
  layouts: readonly CompiledLayout[],
): DownHeader | null {
  const named = rows.flatMap((row) => namedIn(row, layouts) ?? []);
  const labels = new Set(named.map(({ label }) => label));
  const columns = new Set(named.flatMap(({ numbers }) => numbers));
  const [label, value] = [[...labels][0], [...columns][0]];
  if (label === undefined || value === undefined) return null;
  if (named.length < 2 && !saysCount(parted(cellText(named[0]!.row.values[label])).text))
    return null;
  if (labels.size > 1 || columns.size > 1) return null;
  const above = rows[rows.indexOf(named[0]!.row) - 1]?.values[value];
  if (typeof above === 'string' && (saysAnotherTime(above) || saysRate(above))) return null;
  const row = named[0]!.row.number;
  const values = [{ row, column: value, text: '' }];
  const span = { top: row, bottom: row - 1, label, lastLabel: label, measure: null };
  return { ...span, values, byHamlet: false, running: null, unknown: [] };
}

function namedIn(row: SheetRow, layouts: readonly CompiledLayout[]): Named | null {
  // Nearly all rows hold no number, and this costs less than a look for headings.
  const { values } = row;
  const counts = [...values.keys()].filter((i) => i > 0 && /^\d/.test(cellText(values[i])));
  if (counts.length === 0 || !mayHead(row, layouts)) return null;
  const label = values.findIndex((value) => isLabel(cellText(value), layouts));
  const numbers = counts.filter((i) => i > label);
  return label < 0 || numbers.length === 0 ? null : { row, label, numbers };
}

/** True for a text that names a field of a tally. */
export function isLabel(text: string, layouts: readonly CompiledLayout[]): boolean {
  return mayBeginHeading(text, layouts) && meaningsOf(parted(text).text, layouts).length > 0;
}
