import type { CompiledLayout } from './compile.js';
import { type HeaderColumn, readingsOf } from './header-columns.js';
import { headerKeys } from './header-text.js';
import { leafBelow, leafOf, saysYes, upperOf } from './heading-leaf.js';
import { fieldOfPart, saysPart, saysWhole } from './heading-part.js';
import { isOfAnother } from './of-another.js';
import { isQualified } from './qualified.js';
import { isOfAdded, isOfAnotherTime, isRate } from './under-heading.js';

/**
 * The field of a column, unless its heading says in parentheses that others are counted there, or the
 * one above it that only new ones of a stock are.
 */
export function fieldOf(
  column: HeaderColumn,
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
): string | null {
  const field = fieldNamed(column, columns, layout);
  if (field === null || isQualified(field, column.texts.join(' '), layout)) return null;
  return isStock(field, layout) && isOfAdded(column) ? null : field;
}

/**
 * The field that a column's heading names; also `Số thành viên` over `Tổng số`, `Đã tập huấn`
 * over `Có`.
 */
export function fieldNamed(
  column: HeaderColumn,
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
): string | null {
  const { readings, texts } = column;
  const named = (key: string) => layout.headings.get(key) ?? null;
  if (layout.layout === 'tally' && (isOfAnotherTime(column) || isRate(column))) return null;
  if (layout.layout === 'tally' && texts.length > 1) {
    const whole = firstOf(headerKeys(texts.join(' ')), named);
    const part = whole === null ? fieldOfPart(column, columns, layout) : whole;
    if (part !== undefined) return part;
  }
  const field = firstOf(readings, named);
  if (field !== null && isOfAnother(field, column, layout)) return null;
  if (field !== null && isShared(field, column, columns, layout)) return null;
  const isBelow = layout.layout === 'list' ? saysYes(column) : saysWhole(leafBelow(column));
  if (field !== null || !isBelow) return field;
  return firstOf(readingsOf(texts.slice(0, -1)), named);
}

function isStock(field: string, { layout, flows, runningOf }: CompiledLayout): boolean {
  return layout === 'tally' && !flows.has(field) && ![...runningOf.values()].includes(field);
}

/**
 * `Số hộ` beside `Tỷ lệ` below a heading that is no field's (`Hộ nghèo`): a part with its share, not
 * all that there are.
 */
function isShared(
  field: string,
  column: HeaderColumn,
  columns: readonly HeaderColumn[],
  { layout, byId }: CompiledLayout,
): boolean {
  if (layout !== 'tally' || column.texts.length < 2) return false;
  if (byId.get(field)!.baseline === undefined) return false;
  const above = upperOf(column);
  const beside = columns.filter((one) => upperOf(one) === above);
  const areParts = beside.every((one) => isRate(one) || saysPart(leafOf(one)));
  return areParts && beside.some(isRate);
}

/** What is first found for a reading; null where there is none. */
export function firstOf<T>(readings: readonly string[], look: (key: string) => T | null): T | null {
  for (const reading of readings) {
    const found = look(reading);
    if (found !== null) return found;
  }
  return null;
}
