import type { PartColumn } from './header-columns.js';
import type { HeaderDraft } from './header-draft.js';

/**
 * Counts of a tally that stand in several columns, of men and of women or of weeks: field id →
 * 0-based columns.
 */
export type Added = ReadonlyMap<string, readonly number[]>;

export const NONE_ADDED: Added = new Map();

/** True where a field has a column beside those that hold its parts: there it is counted whole. */
export function hasOwn(draft: HeaderDraft, field: string, parts: readonly PartColumn[]): boolean {
  return draft.allOf(field).some((one) => !parts.some(({ column }) => column === one));
}
