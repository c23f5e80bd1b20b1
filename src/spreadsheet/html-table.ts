import type { HtmlReader } from './html-reader.js';
import type { HtmlStruck } from './html-struck.js';
import { BLOCK_BREAK, decodeReferences, LINE_BREAK, shownText } from './html-text.js';
import { damagedError, limitError, MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS } from './limits.js';
import { lookOf, type TextLook, type TextRun } from './text-runs.js';
import type { Merge } from './types.js';

export interface HtmlRow {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly HtmlCell[];
}

/** A cell with its place in the table's grid (HTML Standard §4.9.12). */
export interface HtmlCell extends Merge {
  readonly text: string;
  readonly look: TextLook;
}

/** Where a table is in a page. */
export interface TablePlace {
  /** Where the text that leads to it begins: behind the table before. */
  readonly above: number;
  /** Where what follows its tag begins. */
  readonly start: number;
}

/** The rows of tables one below the other, each below a row for each line of the text above it. */
export function* htmlRows(
  html: HtmlReader,
  tables: readonly TablePlace[],
  maxCells: number,
  struck: HtmlStruck | null,
): Generator<HtmlRow, void> {
  const grid = new Grid(maxCells);
  for (const { above, start } of tables) {
    html.end = above;
    grid.begin();
    yield* tableRows(html, start, grid, struck);
  }
}

function* tableRows(
  html: HtmlReader,
  start: number,
  grid: Grid,
  struck: HtmlStruck | null,
): Generator<HtmlRow, void> {
  for (const text of linesAbove(html, start)) yield lineRow(grid.nextRow(), text);
  let row: { number: number; hidden: boolean; cells: HtmlCell[] } | null = null;
  let isOpen = false;
  let closesRows = false;
  let part = nextPart(html);
  for (; part !== null && part !== '/table'; part = nextPart(html)) {
    isOpen = part !== '/tr';
    closesRows ||= part === '/tr';
    if (part === '/tr') continue;
    if (row === null || part === 'tr') {
      if (row !== null) yield row;
      row = { number: grid.nextRow(), hidden: part === 'tr' && isHidden(html), cells: [] };
    }
    if (part === 'cell') {
      const place = grid.place(span(html, 'colspan'), span(html, 'rowspan'));
      row.cells.push({ ...place, ...readCell(html, struck) });
    }
  }
  // A page that closes its rows, but not its last one, did not come whole, nor one that ends before its table.
  if (part === null && closesRows && (isOpen || endsBeforeTable(html.html)))
    throw damagedError('the page ends within a table');
  if (row !== null) yield row;
}

/** A table is never closed: within a tag, or where the page around it is not closed either. */
function endsBeforeTable(page: string): boolean {
  return !page.trimEnd().endsWith('>') || (OPENS.test(page) && !CLOSES.test(page));
}

const OPENS = /<(?:html|body)\b/i;
const CLOSES = /<\/(?:html|body)\b/i;

function lineRow(number: number, text: string): HtmlRow {
  const cell = { top: number, left: 0, bottom: number, right: 0, text, look: PLAIN };
  return { number, hidden: false, cells: [cell] };
}

/** The lines from the reader's place to the table's first row, its caption among them. */
function linesAbove(html: HtmlReader, start: number): string[] {
  let text = '';
  for (let going = true; going; ) {
    const before = html.end;
    going = html.next();
    text += decodeReferences(html.html.slice(html.textStart, html.textEnd));
    if (text.length > MAX_CELL_CHARACTERS) throw limitError('cell-characters', MAX_CELL_CHARACTERS);
    const { name, closing, end } = html;
    if (end > start && (ROWS.has(name) || (name === 'table' && closing))) {
      html.end = Math.max(before, html.textEnd);
      break;
    }
    text += ENDS_LINE.has(name) ? BLOCK_BREAK : '';
  }
  return shownText(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/** Goes on to the next row or cell, or an end; null at the page's, where the table's is lacking. */
function nextPart(html: HtmlReader): 'tr' | '/tr' | 'cell' | '/table' | null {
  while (html.next()) {
    const { name, closing } = html;
    if (name === 'table' && closing) return '/table';
    if (name === 'tr') return closing ? '/tr' : 'tr';
    if (closing) continue;
    if (CELLS.has(name)) return 'cell';
  }
  return null;
}

/** The text of the cell whose tag was read. The tag that ends it is left to be read again. */
function readCell(html: HtmlReader, styles: HtmlStruck | null): Pick<HtmlCell, 'text' | 'look'> {
  styles?.begin(html);
  const number = html.attribute('x:num');
  let text = '';
  const runs: TextRun[] = [];
  let inner = 0;
  let note = '';
  for (let going = true; going; ) {
    const before = html.end;
    going = html.next();
    const piece =
      note === '' ? decodeReferences(html.html.slice(html.textStart, html.textEnd)) : '';
    text += piece;
    if (styles !== null && piece !== '') runs.push({ text: piece, ...styles.setting });
    if (text.length > MAX_CELL_CHARACTERS) throw limitError('cell-characters', MAX_CELL_CHARACTERS);
    const { name, closing } = html;
    if (inner === 0 && (CELLS.has(name) || name === 'tr' || (name === 'table' && closing))) {
      html.end = Math.max(before, html.textEnd);
      break;
    }
    styles?.tag(html);
    if (note === '' && isNote(html)) note = name;
    else if (closing && name === note) note = '';
    if (name === 'table') inner += closing ? -1 : 1;
    const between =
      name === 'br' ? LINE_BREAK : BLOCKS.has(name) ? BLOCK_BREAK : CELLS.has(name) ? ' ' : '';
    text += between;
    if (styles !== null && between !== '') runs.push({ text: between, struck: false, raised: 0 });
  }
  const shown = shownText(text);
  // Excel's page of a number that is too wide for its column.
  const isTooWide = number !== undefined && number !== '' && /^#+$/.test(shown);
  const look = styles === null || isTooWide ? PLAIN : lookOf(runs, false);
  const { meant } = look;
  return {
    text: isTooWide ? number : shown,
    look: meant === null ? look : { ...look, meant: { ...meant, text: shownOr(meant.text) } },
  };
}

function shownOr(text: string | null): string | null {
  return text === null ? null : shownText(text) || null;
}

const PLAIN: TextLook = { isStruck: false, meant: null };

const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
const ROWS: ReadonlySet<string> = new Set([...CELLS, 'tr']);
/** What begins a new line on the page. */
const BLOCKS: ReadonlySet<string> = new Set('p div li tr table h1 h2 h3 h4 h5 h6'.split(' '));

/** What does so outside of a table. */
const ENDS_LINE: ReadonlySet<string> = new Set([...BLOCKS, 'br', 'center', 'caption', 'hr']);

/**
 * What is written about a cell, and not in it: LibreOffice's `<comment>`, the `[1]` by which Excel
 * refers to one.
 */
function isNote(html: HtmlReader): boolean {
  if (html.closing) return false;
  if (html.name === 'comment') return true;
  return html.name === 'a' && /\bmsocomanchor/i.test(html.attribute('class') ?? '');
}

function isHidden(html: HtmlReader): boolean {
  return /display\s*:\s*none/i.test(html.attribute('style') ?? '');
}

function span(html: HtmlReader, name: string): number {
  return Math.max(1, Number.parseInt(html.attribute(name) ?? '', 10) || 1);
}

/** Where cells stand: a cell that spans rows takes its columns from those below. */
class Grid {
  private row = 0;
  private column = 0;
  /** For each column the last row that is taken. */
  private takenTo: number[] = [];
  private work = 0;

  constructor(private readonly maxCells: number) {}

  /** A table begins: no cell of one before reaches into it. */
  begin(): void {
    this.takenTo = [];
  }

  nextRow(): number {
    if (++this.row > MAX_ROWS) throw limitError('rows', MAX_ROWS);
    this.column = 0;
    return this.row;
  }

  /** Spans end where a sheet does, as in Excel. */
  place(columns: number, rows: number): Merge {
    const { row, takenTo } = this;
    while ((takenTo[this.column] ?? 0) >= row) this.step();
    const left = this.column;
    const right = Math.min(left + columns - 1, MAX_COLUMNS - 1);
    const bottom = Math.min(row + rows - 1, MAX_ROWS);
    if (bottom === row) this.column = Math.max(left, right) + 1;
    else while (this.column <= right) this.take(bottom);
    return { top: row, left, bottom, right: Math.max(left, right) };
  }

  private take(bottom: number): void {
    this.takenTo[this.column] = bottom;
    this.step();
  }

  private step(): void {
    this.column++;
    if (++this.work > this.maxCells) throw limitError('cells', this.maxCells);
  }
}
