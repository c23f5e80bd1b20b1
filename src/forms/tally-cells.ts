import { rowOf } from '../core/address.js';
import type { TableReport, TallyRow } from './report.js';

/** A1 address of a field's count in a tally's row; undefined for a field that is not there. */
export function cellOf(
  { columns }: TableReport,
  { row, cells }: TallyRow,
  field: string,
): string | undefined {
  if (cells !== undefined) return cells[field];
  const column = columns[field];
  return column === undefined ? undefined : `${column}${row}`;
}

/** The addresses of all cells that make a field's count: `C5`, `C5 + D5`. */
export function cellsOf(table: TableReport, tally: TallyRow, field: string): string | undefined {
  if (tally.cells?.[summandOf(field)] !== undefined)
    return `${tally.cells[field]} + ${tally.cells[summandOf(field)]}`;
  const added = tally.cells === undefined ? table.added?.[field] : undefined;
  return added?.map((column) => `${column}${tally.row}`).join(' + ') ?? cellOf(table, tally, field);
}

/** What the second of the cells that make a count is known by, where they stand below each other. */
export function summandOf(field: string): string {
  return `+${field}`;
}

/** Rows of the sheet that a tally's row is made of: one, where its counts do not stand below each other. */
export function rowsMadeOf({ cells }: TallyRow): number {
  return cells === undefined ? 1 : new Set(Object.values(cells).map(rowOf)).size;
}
