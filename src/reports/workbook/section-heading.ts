import { STYLES } from './styles.js';
import type { Sheet } from './xlsx/model.js';
import { across, putOver, rowAt } from './xlsx/sheet.js';

/** Heading of one part of a page, over so many columns from the first. @param height in points */
export function sectionHeading(
  sheet: Sheet,
  row: number,
  columns: number,
  text: string,
  height = 20,
): void {
  putOver(sheet, across(row, 0, columns - 1), text, STYLES.section);
  rowAt(sheet, row).height = height;
}
