import type { RareSet } from '../core/rare-set.js';
import type { Part } from '../forms/report.js';
import { rowsMadeOf } from '../forms/tally-cells.js';
import type { Outcome } from './accounting.js';
import type { HeldPart } from './held.js';
import type { TableInRun } from './settle.js';
import type { RowCounts } from './types.js';

export const NO_ROWS: RowCounts = { read: 0, accepted: 0, rejected: 0, ignored: 0 };

/** Row counts that are being added up. */
export type RowSum = { -readonly [K in keyof RowCounts]: number };

/** Adds rows to a sum. */
export function addRows(sum: RowSum, { read, accepted, rejected, ignored }: RowCounts): void {
  sum.read += read;
  sum.accepted += accepted;
  sum.rejected += rejected;
  sum.ignored += ignored;
}

/** The rows of all together. */
export function sumOfRows(all: Iterable<RowCounts>): RowCounts {
  const sum = { ...NO_ROWS };
  for (const rows of all) addRows(sum, rows);
  return sum;
}

/**
 * The rows of one table, or of a sheet that has none. Read are all rows down to the sheet's
 * last one with a value; each is of one table, the rows above a header of the table below.
 * Ignored are those without data, and all of what was set aside, replaced or a copy
 * (contract, Counting).
 * @param totals rows of no hamlet that are totals of others
 */
export function rowsOfTable(
  { sheet, table }: TableInRun,
  parts: readonly HeldPart[],
  isGone: boolean,
  totals = 0,
): RowCounts {
  const read = table?.read ?? sheet?.rows ?? 0;
  if (table === null || isGone) return ignoredAll(read);
  if (table.state === 'rejected') return of(read, 0, table.rejected);
  if (table.state !== 'read') return ignoredAll(read);
  const sum = { ...NO_ROWS };
  for (const held of parts) if (!held.superseded) addRows(sum, rowsOfPart(held));
  return of(read, sum.accepted, sum.rejected + (table.rejectedBy[''] ?? 0) - totals);
}

/** True where later files replaced all that a table had. */
export function isSuperseded(parts: readonly HeldPart[]): boolean {
  return parts.length > 0 && parts.every((held) => held.superseded);
}

function of(read: number, accepted: number, rejected: number): RowCounts {
  return { read, accepted, rejected, ignored: read - accepted - rejected };
}

function ignoredAll(read: number): RowCounts {
  return of(read, 0, 0);
}

/** One hamlet's data rows in one table. */
function rowsOfPart({ part, rejected, superseded, dropped, aside }: HeldPart): RowCounts {
  const read = part.rows + rejected;
  if (superseded) return ignoredAll(read);
  const [gone, beside] = [rowsAt(part, dropped), rowsAt(part, aside)];
  return of(read, part.rows - gone - beside, rejected + gone);
}

/** The sheet's rows at some indexes of a part: a tally's may be made of several. */
function rowsAt({ tally }: Part, indexes: RareSet<number>): number {
  if (tally.length === 0) return indexes.size;
  return [...indexes].reduce((sum, index) => sum + rowsMadeOf(tally[index]!), 0);
}

/**
 * A table's rows by hamlet, and what is left of them: '' for rows that belong to none, or to
 * one not known.
 */
export function eachUnitRows(
  { parts, rows, isCopy }: Outcome,
  take: (unit: string, rows: RowCounts) => void,
): void {
  const rest = { ...rows };
  for (const held of isCopy ? [] : parts) {
    const own = rowsOfPart(held);
    take(held.part.unit, own);
    rest.read -= own.read;
    rest.accepted -= own.accepted;
    rest.rejected -= own.rejected;
    rest.ignored -= own.ignored;
  }
  take('', rest);
}
