import { groupBy } from '../../core/group-by.js';
import type { UnitRow } from './plan.js';
import type { Page, Range, Sheet } from './xlsx/model.js';

/** Room on an A4 page within the margins, in points. */
interface Room {
  readonly width: number;
  readonly height: number;
}
const SIDEWAYS: Room = { width: 755, height: 480 };
export const UPRIGHT: Room = { width: 466, height: 726 };
const DEFAULT_HEIGHT = 15;
const DEFAULT_WIDTH = 8.43;
/** Programs differ by a little in what they get onto a page. */
const CAUTION = 0.98;
/** A table that is longer than a page by no more than this is made smaller to fit it. */
export const ALMOST_A_PAGE = 1.18;
/** A sheet takes no more breaks than this (1,026 in Excel); the rest it makes itself. */
const MOST_BREAKS = 1000;

/** First and last row of what belongs together. */
export type Block = readonly [first: number, last: number];

/** On one page where an area almost is; else cut so that what belongs together stays so. */
export function fitted(
  sheet: Sheet,
  area: Range,
  blocks: readonly Block[],
  titleRows: Block,
): Pick<Page, 'pagesHigh' | 'breaks'> {
  if (pagesOf(sheet, area) <= ALMOST_A_PAGE) return { pagesHigh: 1 };
  return { breaks: pageBreaks(sheet, area, blocks, titleRows) };
}

/**
 * Rows to end pages after: every page's, so that programs cut alike, and none within a block
 * that fits a page. The title rows stand again on every page after their own.
 */
export function pageBreaks(
  sheet: Sheet,
  area: Range,
  blocks: readonly Block[],
  titleRows?: Block,
  room = SIDEWAYS,
): readonly number[] {
  const pager = newPager(sheet, area, titleRows, room);
  const from = groupBy(blocks, (block) => block[0]);
  for (let row = area.top; row <= area.bottom; row++) {
    const height = heightOf(sheet, row, row);
    const wholes = (from.get(row) ?? []).map(([first, last]) => heightOf(sheet, first, last));
    if (pager.isFull(row, height, wholes)) pager.turn(row);
    pager.take(height);
  }
  return pager.breaks.slice(0, MOST_BREAKS);
}

/** Fills page after page, row by row. */
export interface Pager {
  /** Rows after which pages end, so far. */
  readonly breaks: readonly number[];
  /**
   * Whether a row goes to the next page: it does not fit, or what is to stay with it does not
   * though a page has room for it. `wholes` are the heights of what is to stay together.
   */
  isFull(row: number, height: number, wholes?: readonly number[]): boolean;
  /** Begins a page with a row. */
  turn(row: number): void;
  take(height: number): void;
}

/** A pager for an area, whose widths are known; heights are told as rows are taken. */
export function newPager(
  sheet: Sheet,
  area: Pick<Range, 'left' | 'right'>,
  titleRows?: Block,
  page = SIDEWAYS,
): Pager {
  const room = (page.height / scaleOf(sheet, area, page)) * CAUTION;
  const breaks: number[] = [];
  let used = 0;
  const titlesOn = (row: number) =>
    titleRows !== undefined && row > titleRows[1] ? heightOf(sheet, ...titleRows) : 0;
  return {
    breaks,
    isFull(row, height, wholes = []) {
      const fitting = wholes.filter((whole) => titlesOn(row) + whole <= room);
      return used > 0 && used + Math.max(height, ...fitting) > room;
    },
    turn(row) {
      breaks.push(row - 1);
      used = titlesOn(row);
    },
    take(height) {
      used += height;
    },
  };
}

/** A unit above others stays with the first below it, down to the lowest. */
export function withFirstBelow(rows: readonly UnitRow[]): readonly Block[] {
  const lowest = (row: UnitRow): UnitRow => (row.children[0] ? lowest(row.children[0]) : row);
  return rows
    .filter(({ children }) => children.length > 0)
    .map((row) => [row.row, lowest(row).row] as const);
}

/** Rows that stay on the page of what follows a table. */
const ROWS_KEPT = 3;

/**
 * The last rows of a table stay with what follows it down to `last`, as many as there is room
 * for; none is parted from the unit above it that it is the first of.
 */
export function withEnd(rows: readonly UnitRow[], last: number): readonly Block[] {
  const above = new Map(rows.map((row) => [row.children[0]?.row, row.row]));
  const topOf = (row: number): number => {
    const upper = above.get(row);
    return upper === undefined ? row : topOf(upper);
  };
  return rows.slice(-ROWS_KEPT - 1).map(({ row }) => [topOf(row), last] as const);
}

/** Pages that an area takes when it is as wide as a page. */
export function pagesOf(sheet: Sheet, area: Range, room = SIDEWAYS): number {
  return (heightOf(sheet, area.top, area.bottom) * scaleOf(sheet, area, room)) / room.height;
}

/** Whether all of an area is on one page, in a program that gets a little less onto it too. */
export function fitsPage(sheet: Sheet, area: Range): boolean {
  return pagesOf(sheet, area) <= CAUTION;
}

function scaleOf(sheet: Sheet, { left, right }: Pick<Range, 'left' | 'right'>, room: Room): number {
  let width = 0;
  for (let column = left; column <= right; column++)
    width += ((sheet.widths[column] ?? DEFAULT_WIDTH) * 7 + 5) * 0.75;
  return Math.min(1, room.width / width);
}

/** Points of some rows. */
export function heightOf(sheet: Sheet, first: number, last: number): number {
  let height = 0;
  for (let row = first; row <= last; row++) height += sheet.rows.get(row)?.height ?? DEFAULT_HEIGHT;
  return height;
}
