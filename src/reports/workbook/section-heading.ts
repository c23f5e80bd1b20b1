import { STYLES } from './styles.js';
import type { Sheet } from './xlsx/model.js';
import { across, putOver, rowAt } from './xlsx/sheet.js';

/** Heading of one part of a page, over so many columns from the first. */
export function sectionHeading(sheet: Sheet, row: number, columns: number, text: string): void {
  putOver(sheet, across(row, 0, columns - 1), text, STYLES.section);
  rowAt(sheet, row).height = 20;
}
