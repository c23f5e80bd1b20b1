import { getOrMake, memo } from '../../core/memo.js';
import { type HeaderColumn, type PartColumn, readingsOf } from './header-columns.js';
import type { HeaderDraft } from './header-draft.js';

/**
 * Counts of a tally that stand in several columns, of men and of women or of weeks: field id →
 * 0-based columns.
 */
export type Added = ReadonlyMap<string, readonly number[]>;

/** A column that holds a part of a count, and says which: `Mức 1` over `Nam`, `Số hộ (tuần 1)`. */
export interface SaidPart<P> extends PartColumn {
  readonly part: P;
  /** The column as it would be headed without that; it has no texts where nothing else heads it. */
  readonly whole: HeaderColumn;
}

type PartOf<P> = (column: HeaderColumn) => SaidPart<P> | null;

/**
 * Tells the part that a row of a heading is given to, or that its lowest names last.
 * @param given the part that a text begins with, or is
 * @param behind the part that a text ends in, and what stands before
 */
export function partSaid<P>(
  given: (text: string) => P | null,
  behind: (text: string) => { readonly part: P; readonly name: string } | null,
): PartOf<P> {
  return memo((column) => {
    const { texts } = column;
    const at = texts.findLastIndex((text) => given(text) !== null);
    if (at >= 0) return withPart(column, given(texts[at]!)!, texts.toSpliced(at, 1));
    const last = behind(texts.at(-1)!);
    return last && withPart(column, last.part, [...texts.slice(0, -1), last.name]);
  });
}

function withPart<P>(column: HeaderColumn, part: P, texts: readonly string[]): SaidPart<P> {
  const whole = { ...column, texts, text: texts.join(' – '), readings: readingsOf(texts) };
  return { column, part, whole };
}

/**
 * The parts of a tally by the count that they are of, where there are several.
 * @param fieldOf the field that a column's heading names
 */
export function partsByField<P>(
  { columns, layout }: HeaderDraft,
  partOf: PartOf<P>,
  fieldOf: (column: HeaderColumn, columns: readonly HeaderColumn[]) => string | null,
): ReadonlyMap<string, readonly SaidPart<P>[]> {
  const byField = new Map<string, SaidPart<P>[]>();
  const parts = layout.layout === 'tally' ? columns.flatMap((one) => partOf(one) ?? []) : [];
  if (parts.length < 2) return byField;
  const wholes = columns.map((one) => partOf(one)?.whole ?? one);
  for (const one of parts) {
    const field = fieldOf(one.whole, wholes);
    if (field !== null) getOrMake(byField, field, () => []).push(one);
  }
  return byField;
}

/** True where a field has a column beside those that hold its parts: there it is counted whole. */
export function hasOwn(draft: HeaderDraft, field: string, parts: readonly PartColumn[]): boolean {
  return draft.allOf(field).some((one) => !parts.some(({ column }) => column === one));
}
