import type { Lang } from '../../core/lang.js';
import { sectionHeading } from './section-heading.js';
import { COUNT, PERCENT, ranked } from './styles.js';
import { heightOf } from './text-lines.js';
import type { Sheet } from './xlsx/model.js';
import { rowAt } from './xlsx/sheet.js';

/**
 * Together no wider than an upright page within its margins: the cover is not made smaller for them.
 * Over the last five `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM` is on one line, and Excel cuts nothing off.
 */
const WIDTHS = {
  vi: [4, 26.1, 7.9, 9.2, 9.9, 8.6, 8.6, 8.6],
  en: [4, 26.1, 9.8, 9.2, 9.3, 8.2, 8.2, 8.2],
} as const satisfies Record<Lang, readonly number[]>;
export const widthsIn = (lang: Lang): readonly number[] => WIDTHS[lang];
export const COLUMNS = WIDTHS.vi.length;
export const NUMBER = ranked('unit', { format: COUNT, horizontal: 'right' });
export const SHARE = ranked('unit', { format: PERCENT, horizontal: 'right' });

/** Heading of one part of the cover. */
export function section(sheet: Sheet, row: number, text: string): void {
  sectionHeading(sheet, row, COLUMNS, text, 16.5);
  gap(sheet, row - 1);
}

/**
 * The height in points of a row of the cover's tables: of one line as Excel makes it, for all of
 * the cover is to be on a page at its full size.
 */
export function rowHeight(lines: number): number {
  return lines === 1 ? ONE_LINE : heightOf(lines);
}

const ONE_LINE = 15.75;

/** A row that keeps parts of the cover apart: a little, so that they stay on one page. */
export function gap(sheet: Sheet, row: number): void {
  rowAt(sheet, row).height = 4.5;
}
