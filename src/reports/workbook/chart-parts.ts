import type { Chart, Source } from './xlsx/model.js';
import { fixedRangeText, sheetRef } from './xlsx/sheet.js';

/** Dark and light enough to be told apart on a black-and-white page. */
export const COLORS = { bar: '5B7B9C', light: 'C8D2DD', line: '9C2A2A' } as const;

export type Unplaced = Omit<Chart, 'place'>;

/** Cells one under the other, and what stands in them. */
export function cells<T>(
  sheet: string,
  column: number,
  first: number,
  values: readonly T[],
): Source<T> {
  const range = { top: first, left: column, bottom: first + values.length - 1, right: column };
  return { ref: sheetRef(sheet) + fixedRangeText(range), values };
}
