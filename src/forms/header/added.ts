import type { HeaderColumn } from './header-columns.js';
import type { HeaderDraft } from './header-draft.js';

/** Counts of a tally that stand in several columns, of men and of women or of weeks: field id → 0-based columns. */
export type Added = ReadonlyMap<string, readonly number[]>;

export const NONE_ADDED: Added = new Map();

/** A column that holds a part of a count: of men, of a week. */
interface PartColumn {
  readonly column: HeaderColumn;
}

/** True where a field has a column beside those that hold its parts: there it is counted whole. */
export function hasOwn(draft: HeaderDraft, field: string, parts: readonly PartColumn[]): boolean {
  return draft.allOf(field).some((one) => !parts.some(({ column }) => column === one));
}

/** Where the parts of a count stand. */
export function columnsOf(parts: readonly PartColumn[]): readonly number[] {
  return parts.map(({ column }) => column.column);
}
