import { COUNT, STYLES } from './styles.js';
import type { Sheet } from './xlsx/model.js';
import { across, putOver, rowAt } from './xlsx/sheet.js';

/** The certificate's columns: number, what, and five of figures. */
export const WIDTHS = [7, 58, 15, 15, 15, 15, 15];
export const NUMBER = { format: COUNT, horizontal: 'right' } as const;

/** Heading of one part of the certificate. */
export function section(sheet: Sheet, row: number, text: string): void {
  putOver(sheet, across(row, 0, WIDTHS.length - 1), text, STYLES.section);
  rowAt(sheet, row).height = 20;
}
