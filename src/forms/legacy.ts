import { detectLegacy, fromLegacy, type Legacy } from '../core/legacy-text.js';
import type { SheetRow } from './table.js';

export interface LegacyConverter {
  readonly encoding: Legacy;
  /** The row in Unicode, and how many of its cells were converted. */
  convert(row: SheetRow): { readonly row: SheetRow; readonly cells: number };
}

/** A converter for a sheet whose first rows are in a legacy encoding; null for Unicode. */
export function legacyConverter(sample: readonly SheetRow[]): LegacyConverter | null {
  const encoding = detectLegacy(texts(sample));
  if (encoding === null) return null;
  return { encoding, convert: (row) => convertRow(row, encoding) };
}

function* texts(rows: readonly SheetRow[]): Iterable<string> {
  for (const { values } of rows)
    for (const value of values) if (typeof value === 'string') yield value;
}

function convertRow(row: SheetRow, encoding: Legacy): { row: SheetRow; cells: number } {
  let cells = 0;
  const values = row.values.map((value) => {
    if (typeof value !== 'string') return value;
    const text = fromLegacy(value, encoding);
    if (text !== value) cells++;
    return text;
  });
  return cells === 0 ? { row, cells } : { row: { ...row, values }, cells };
}
