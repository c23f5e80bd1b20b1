import { cellAddress } from '../../../core/address.js';
import type { CellValue, Range, Row, Sheet, Style } from './model.js';

const A4_PORTRAIT = { landscape: false, fitToWidth: true };

/** An empty sheet. */
export function newSheet(name: string): Sheet {
  return {
    name,
    rows: new Map(),
    widths: [],
    merges: [],
    links: [],
    bars: [],
    charts: [],
    strokes: [],
    page: A4_PORTRAIT,
  };
}

/** The row of that number, made where there is none. */
export function rowAt(sheet: Sheet, number: number): Row {
  const known = sheet.rows.get(number);
  if (known) return known;
  const row: Row = { cells: [] };
  sheet.rows.set(number, row);
  return row;
}

/** Writes one cell. A cell is written once. */
export function put(sheet: Sheet, row: number, column: number, value: CellValue, style?: Style) {
  rowAt(sheet, row).cells.push({ column, value, style });
}

/** Writes one value over a range of cells, merged where it is more than one cell. */
export function putOver(sheet: Sheet, range: Range, value: CellValue, style?: Style): void {
  for (let row = range.top; row <= range.bottom; row++)
    for (let column = range.left; column <= range.right; column++) {
      const first = row === range.top && column === range.left;
      put(sheet, row, column, first ? value : null, style);
    }
  if (range.top < range.bottom || range.left < range.right) sheet.merges.push(range);
}

/** One row of a range: columns `left` to `right`. */
export function across(row: number, left: number, right: number): Range {
  return { top: row, left, bottom: row, right };
}

/** `A1:C3`. */
export function rangeText({ top, left, bottom, right }: Range): string {
  const first = cellAddress(left, top);
  return top === bottom && left === right ? first : `${first}:${cellAddress(right, bottom)}`;
}

/** `$A$1:$C$3`. */
export function fixedRangeText(range: Range): string {
  return rangeText(range).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

/** `'Biểu 01'!`, for a formula or a link. */
export function sheetRef(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}
