import { weekBehind, weekLeading } from '../cells/week-text.js';
import { type Added, hasOwn, partSaid, partsByField, type SaidPart } from './added.js';
import { columnsOf, type HeaderColumn } from './header-columns.js';
import type { HeaderDraft } from './header-draft.js';

/** `Tuần 1` below or above another heading, `Số hộ được hỗ trợ (tuần 1)`; null for any other. */
const weekIn = partSaid(weekLeading, weekBehind);

/** True for a column that holds the count of one week. */
export function isOfWeek(column: HeaderColumn): boolean {
  return (weekIn(column)?.whole.texts.length ?? 0) > 0;
}

/**
 * Gives a count of what was done in the period, which has no column of its own, those of the weeks
 * of the month: `Số hộ được hỗ trợ` over `Tuần 1 | … | Tuần 4`. A stock is none of them added up. Beside a
 * column of its own those of the weeks are what it is held against.
 * @param fieldOf the field that a column's heading names
 */
export function addWeeks(
  draft: HeaderDraft,
  fieldOf: (column: HeaderColumn, columns: readonly HeaderColumn[]) => string | null,
): Added {
  const { flows } = draft.layout;
  const added = new Map<string, readonly number[]>();
  const byField = partsByField(draft, weekIn, (whole, wholes) =>
    whole.texts.length === 0 ? null : fieldOf(whole, wholes),
  );
  for (const [field, own] of byField) {
    const weeks = new Set(own.map(({ part }) => part));
    if (!flows.has(field) || own.length < 2 || weeks.size < own.length) continue;
    if (hasOwn(draft, field, own)) {
      draft.divide(field, own);
      continue;
    }
    take(draft, field, own);
    added.set(field, columnsOf(own));
  }
  return added;
}

function take(draft: HeaderDraft, field: string, own: readonly SaidPart<number>[]): void {
  draft.choose(field, undefined);
  for (const { column } of own.toReversed()) draft.give(field, column);
  draft.headings.set(field, own[0]!.whole.readings[0] ?? '');
}
