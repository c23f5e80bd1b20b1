import { getOrMake, memo } from '../../core/memo.js';
import { weekBehind, weekLeading } from '../cells/week-text.js';
import { type Added, hasOwn, NONE_ADDED } from './added.js';
import { columnsOf, type HeaderColumn, readingsOf } from './header-columns.js';
import type { HeaderDraft } from './header-draft.js';

/** A column of one week of the month. */
interface OfWeek {
  readonly column: HeaderColumn;
  readonly week: number;
  /** The column as it would be headed without the week. */
  readonly whole: HeaderColumn;
}

/** `Tuần 1` below or above another heading, `Số hộ được hỗ trợ (tuần 1)`; null for any other. */
const weekIn = memo((column: HeaderColumn): OfWeek | null => {
  const { texts } = column;
  const at = texts.findLastIndex((text) => weekLeading(text) !== null);
  if (at >= 0) return asWeek(column, weekLeading(texts[at]!)!, texts.toSpliced(at, 1));
  const behind = weekBehind(texts.at(-1)!);
  return behind && asWeek(column, behind.week, [...texts.slice(0, -1), behind.name]);
});

/** True for a column that holds the count of one week. */
export function isOfWeek(column: HeaderColumn): boolean {
  return weekIn(column) !== null;
}

function asWeek(column: HeaderColumn, week: number, texts: readonly string[]): OfWeek | null {
  if (texts.length === 0) return null;
  const whole = { ...column, texts, text: texts.join(' – '), readings: readingsOf(texts) };
  return { column, week, whole };
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
  const { columns, layout } = draft;
  const weekly = layout.layout === 'tally' ? columns.flatMap((one) => weekIn(one) ?? []) : [];
  if (weekly.length < 2) return NONE_ADDED;
  const wholes = columns.map((one) => weekIn(one)?.whole ?? one);
  const byField = new Map<string, OfWeek[]>();
  for (const one of weekly) {
    const field = fieldOf(one.whole, wholes);
    if (field !== null && layout.flows.has(field)) getOrMake(byField, field, () => []).push(one);
  }
  const added = new Map<string, readonly number[]>();
  for (const [field, own] of byField) {
    const weeks = new Set(own.map(({ week }) => week));
    if (own.length < 2 || weeks.size < own.length) continue;
    if (hasOwn(draft, field, own)) {
      draft.divide(field, own);
      continue;
    }
    take(draft, field, own);
    added.set(field, columnsOf(own));
  }
  return added;
}

function take(draft: HeaderDraft, field: string, own: readonly OfWeek[]): void {
  draft.choose(field, undefined);
  for (const { column } of own.toReversed()) draft.give(field, column);
  draft.headings.set(field, own[0]!.whole.readings[0] ?? '');
}
