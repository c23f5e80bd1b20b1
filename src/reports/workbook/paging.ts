import type { Page, Range, Sheet } from './xlsx/model.js';

/** Room on an A4 page turned sideways, within the margins, in points. */
const ROOM = { width: 770, height: 505 };
const DEFAULT_HEIGHT = 15;
const DEFAULT_WIDTH = 8.43;
/** Programs differ by a little in what they get onto a page. */
const CAUTION = 0.96;

/** A table that is longer than a page by no more than this is made smaller to fit it. */
const ALMOST_A_PAGE = 1.18;

/**
 * How a table comes to fit its pages: on one where it almost does; else so that what
 * closes it (its last rows and the signatures, from `tail` on) stays together.
 */
export function fitted(
  sheet: Sheet,
  area: Range,
  titleRows: readonly [number, number],
  tail: number,
): Pick<Page, 'pagesHigh' | 'breaks'> {
  if (pagesOf(sheet, area) <= ALMOST_A_PAGE) return { pagesHigh: 1 };
  return { breaks: breakBefore(sheet, area, titleRows, tail) };
}

/** The row that a page should end after, so that what follows stays on one; if any. */
function breakBefore(
  sheet: Sheet,
  area: Range,
  titleRows: readonly [number, number],
  tail: number,
): readonly number[] {
  const room = (ROOM.height / scaleOf(sheet, area)) * CAUTION;
  const titles = heightOf(sheet, titleRows[0], titleRows[1]);
  let used = 0;
  for (let row = area.top; row < tail; row++) {
    const height = heightOf(sheet, row, row);
    used = used + height > room ? titles + height : used + height;
  }
  const rest = heightOf(sheet, tail, area.bottom);
  return used + rest > room && titles + rest <= room ? [tail - 1] : [];
}

/** Pages that an area takes when it is as wide as a page. */
export function pagesOf(sheet: Sheet, area: Range): number {
  return (heightOf(sheet, area.top, area.bottom) * scaleOf(sheet, area)) / ROOM.height;
}

function scaleOf(sheet: Sheet, { left, right }: Range): number {
  let width = 0;
  for (let column = left; column <= right; column++)
    width += ((sheet.widths[column] ?? DEFAULT_WIDTH) * 7 + 5) * 0.75;
  return Math.min(1, ROOM.width / width);
}

function heightOf(sheet: Sheet, first: number, last: number): number {
  let height = 0;
  for (let row = first; row <= last; row++) height += sheet.rows.get(row)?.height ?? DEFAULT_HEIGHT;
  return height;
}

/** First and last row of what belongs together. */
export type Block = readonly [first: number, last: number];

/** Rows to end pages after, so that no block is cut that fits a page. */
export function blockBreaks(
  sheet: Sheet,
  area: Range,
  blocks: readonly Block[],
  titleRows?: Block,
): readonly number[] {
  const room = (ROOM.height / scaleOf(sheet, area)) * CAUTION;
  const titles = titleRows === undefined ? 0 : heightOf(sheet, ...titleRows);
  const lastRow = new Map(blocks);
  const breaks: number[] = [];
  let used = 0;
  for (let row = area.top; row <= area.bottom; row++) {
    const whole = heightOf(sheet, row, lastRow.get(row) ?? row);
    const isCut = used + whole > room && (whole + titles <= room || !lastRow.has(row));
    if (isCut && lastRow.has(row)) breaks.push(row - 1);
    if (isCut) used = titles;
    used += heightOf(sheet, row, row);
  }
  return breaks;
}
