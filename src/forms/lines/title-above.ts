import { type Title, titleOfSheet } from '../rows/uncounted.js';
import type { SheetLines } from './sheet-lines.js';

/** What says, above a table or as its sheet's name, that its rows are not the period's. */
export function titleAbove(lines: SheetLines, sheet: string, top: number): Title | null {
  return lines.uncounted ?? titleOfSheet(sheet, top);
}
