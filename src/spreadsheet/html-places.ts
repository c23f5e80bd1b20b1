import { HtmlReader } from './html-reader.js';
import type { TablePlace } from './html-table.js';
import { limitError, MAX_SHEETS } from './limits.js';

/** A table that has been opened. */
interface Open {
  readonly start: number;
  /** Its own cells, without those of tables in them. */
  cells: number;
  /** Tables within it, or within those. */
  readonly inner: Found[];
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly cells: number;
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
  const close = () => {
    const { start, cells, inner } = open.pop()!;
    const isLayout = inner.some((table) => table.cells > LAYOUT_SHARE * cells);
    const tables = isLayout ? inner : [{ start, cells, end: html.end }];
    if (open.length > 0) open.at(-1)!.inner.push(...tables);
    else for (const table of tables) place(table);
  };
  const place = ({ start, end }: Found) => {
    if (isNew) sheets.push([]);
    isNew = false;
    sheets.at(-1)!.push({ above, start });
    above = end;
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
    if (++count > 2 * MAX_SHEETS) throw limitError('sheets', MAX_SHEETS);
    if (!closing) open.push({ start: end, cells: 0, inner: [] });
    else if (open.length > 0) close();
  }
  // A page that was cut short, or leaves them open.
  while (open.length > 0) close();
  return sheets;
}

/** A page is laid out with a cell or two for each part of it. */
const LAYOUT_SHARE = 4;

/** LibreOffice's mark above each sheet of a workbook. */
const SHEET = /^table\d+$/;

const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
