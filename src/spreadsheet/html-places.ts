import { HtmlReader } from './html-reader.js';
import type { TablePlace } from './html-table.js';
import { limitError, MAX_SHEETS } from './limits.js';

/** A table that has been opened. */
interface Open {
  readonly start: number;
  /** Its own cells, without those of tables in them. */
  cells: number;
  /** As many as the largest table within it has. */
  largest: number;
  /** Tables within it; of one that only lays out the page, those within that. */
  readonly inner: Tables[];
}

interface Found {
  readonly start: number;
  readonly end: number;
}

type Tables = Found | readonly Tables[];

function* inTurn(tables: Tables): Generator<Found> {
  const left: Tables[] = [tables];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if ('start' in next) yield next;
    else for (let i = next.length - 1; i >= 0; i--) left.push(next[i]!);
  }
}

/**
 * Where the tables of each sheet are. A table in a cell of another is none, but where that one
 * only lays out the page: it has few cells beside a table within it.
 */
export function tablePlaces(text: string): TablePlace[][] {
  const html = new HtmlReader(text);
  const sheets: TablePlace[][] = [];
  const open: Open[] = [];
  let above = 0;
  let isNew = true;
  let count = 0;
  let deeper = 0;
  const close = () => {
    const { start, cells, largest, inner } = open.pop()!;
    const isLayout = largest > LAYOUT_SHARE * cells;
    const tables = isLayout ? inner : { start, end: html.end };
    const outer = open.at(-1);
    if (outer === undefined) return place(tables);
    // One more than there may be: that is told when they are placed.
    if (outer.inner.length <= MAX_SHEETS) outer.inner.push(tables);
    outer.largest = Math.max(outer.largest, isLayout ? largest : cells);
  };
  const place = (tables: Tables) => {
    for (const { start, end } of inTurn(tables)) {
      if (++count > MAX_SHEETS) throw limitError('sheets', MAX_SHEETS);
      if (isNew) sheets.push([]);
      isNew = false;
      sheets.at(-1)!.push({ above, start });
      above = end;
    }
  };
  while (html.next()) {
    const { name, closing, end } = html;
    if (open.length === 0) {
      if (name === 'body') above = end;
      if (name === 'a' && SHEET.test(html.attribute('name') ?? '')) isNew = true;
    } else if (CELLS.has(name) && !closing) {
      open.at(-1)!.cells++;
    }
    if (name !== 'table') continue;
    if (!closing && open.length >= DEEPEST) deeper++;
    else if (!closing) open.push({ start: end, cells: 0, largest: 0, inner: [] });
    else if (deeper > 0) deeper--;
    else if (open.length > 0) close();
  }
  // A page that was cut short, or leaves them open.
  while (open.length > 0) close();
  return sheets;
}

/** A page is laid out with a cell or two for each part of it. */
const LAYOUT_SHARE = 4;

/** Tables in each other: no page is laid out with as many; those within are no tables. */
const DEEPEST = 500;

/** LibreOffice's mark above each sheet of a workbook. */
const SHEET = /^table\d+$/;

const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
