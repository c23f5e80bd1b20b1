import type { Chart, Source } from './xlsx/model.js';
import { fixedRangeText, sheetRef } from './xlsx/sheet.js';

/** Dark and light enough to be told apart on a black-and-white page. */
export const COLORS = { bar: '5B7B9C', light: 'C8D2DD', line: '9C2A2A' } as const;

export type Unplaced = Omit<Chart, 'place'>;

/** Where an axis ends that has room for every figure, and for what is written at its bar. */
export function axisEndOf(figures: readonly (number | null)[], isShare: boolean): number {
  const most = Math.max(0, ...figures.map((figure) => figure ?? 0));
  if (most === 0 || (isShare && most > 0.8 && most <= 1)) return 1;
  const step = 10 ** Math.floor(Math.log10(most * HEADROOM)) / 2;
  return Number((Math.ceil((most * HEADROOM) / step) * step).toPrecision(6));
}

const HEADROOM = 1.08;

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
