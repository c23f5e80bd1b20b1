import { type FieldValue, indexOf } from '../data-record.js';
import type { Recognition } from '../header/recognise.js';
import type { CellReader, ColumnsReader } from './record.js';

/**
 * Reads counts that stand in several columns. Where one of them is blank beside others the sum is
 * not known, which is told at its cell.
 * @param markUnread notes that a field is not blank, and yet says nothing
 */
export function addedReader(
  { added, layout }: Recognition,
  readerOf: (field: string, column: number) => CellReader,
  markUnread: (field: string) => void,
): ColumnsReader | null {
  if (added === undefined) return null;
  const sums = [...added].map(([field, columns]) => ({
    field,
    at: indexOf(layout, field)!,
    isStarred: layout.byId.get(field)!.required === true,
    parts: columns.map((column) => ({ column, read: readerOf(field, column) })),
  }));
  return (values, record, report) => {
    let isWhole = true;
    for (const { field, at, isStarred, parts } of sums) {
      const said = parts.map(({ column, read }) => read(values[column] ?? null, report));
      const isBad = said.includes(undefined);
      const blank = said.indexOf(null);
      record[at] = isBad || blank >= 0 ? null : sumOf(said);
      if (isBad && isStarred) isWhole = false;
      if (isBad || blank < 0 || said.every((one) => one === null)) continue;
      markUnread(field);
      report('CCDS-R04', { field }, field, parts[blank]!.column);
    }
    return isWhole;
  };
}

function sumOf(said: readonly (FieldValue | undefined)[]): number {
  return said.reduce<number>((sum, one) => sum + Number(one), 0);
}
