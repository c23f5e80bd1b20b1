import { sectionHeading } from './section-heading.js';
import { COUNT } from './styles.js';
import type { Sheet } from './xlsx/model.js';

/** The certificate's columns: number, what, and five of figures. */
export const WIDTHS = [7, 58, 15, 15, 15, 15, 15];
export const NUMBER = { format: COUNT, horizontal: 'right' } as const;

/** Heading of one part of the certificate. */
export function section(sheet: Sheet, row: number, text: string): void {
  sectionHeading(sheet, row, WIDTHS.length, text);
}
