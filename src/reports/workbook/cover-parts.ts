import { COUNT, PERCENT, ranked, STYLES } from './styles.js';
import type { Sheet } from './xlsx/model.js';
import { across, putOver, rowAt } from './xlsx/sheet.js';

export const WIDTHS = [4.5, 27, 10, 10.5, 11, 8.5, 9.5, 9];
export const COLUMNS = WIDTHS.length;
export const NUMBER = ranked('unit', { format: COUNT, horizontal: 'right' });
export const SHARE = ranked('unit', { format: PERCENT, horizontal: 'right' });

/** Heading of one part of the cover. */
export function section(sheet: Sheet, row: number, text: string): void {
  putOver(sheet, across(row, 0, COLUMNS - 1), text, STYLES.section);
  rowAt(sheet, row).height = 22;
}
