import { sectionHeading } from './section-heading.js';
import { COUNT, PERCENT, ranked } from './styles.js';
import type { Sheet } from './xlsx/model.js';
import { rowAt } from './xlsx/sheet.js';

/** Together no wider than an upright page within its margins: the cover is not made smaller for them. */
export const WIDTHS = [4, 26.1, 9.8, 9.2, 9.3, 8.2, 8.2, 8.2];
export const COLUMNS = WIDTHS.length;
export const NUMBER = ranked('unit', { format: COUNT, horizontal: 'right' });
export const SHARE = ranked('unit', { format: PERCENT, horizontal: 'right' });

/** Heading of one part of the cover. */
export function section(sheet: Sheet, row: number, text: string): void {
  sectionHeading(sheet, row, COLUMNS, text);
  gap(sheet, row - 1);
}

/** A row that keeps parts of the cover apart: a little, so that they stay on one page. */
export function gap(sheet: Sheet, row: number): void {
  rowAt(sheet, row).height = 8;
}
