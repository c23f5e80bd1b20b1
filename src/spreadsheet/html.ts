import { tablePlaces } from './html-places.js';
import { HtmlReader } from './html-reader.js';
import { HtmlStruck } from './html-struck.js';
import { type HtmlCell, htmlRows, type TablePlace } from './html-table.js';
import {
  type Limits,
  limitError,
  MAX_COLUMNS,
  MAX_LEGACY_FILE_BYTES,
  MAX_MERGES,
} from './limits.js';
import { RowSink } from './row-sink.js';
import { unsupported } from './sniff.js';
import type { Source } from './source.js';
import { decodeText, detectMarkupEncoding } from './text-encoding.js';
import type { Merge, OnRow, RowLook, Sheet, SheetEnd, Value, Workbook } from './types.js';

/**
 * Opens a page of HTML, which many programs write and call `.xls`: a sheet of all tables that stand
 * in no other, one below the other as Excel shows them, each below the text that leads to it, a row for
 * each line that is not blank, and all values are text. Where LibreOffice wrote the sheets of a workbook,
 * each is one. It is held in memory, and read anew for each question.
 */
export function openHtml(source: Source, limits: Limits): Workbook {
  if (source.size > MAX_LEGACY_FILE_BYTES) {
    throw limitError('legacy-file-bytes', MAX_LEGACY_FILE_BYTES, { kind: 'html' });
  }
  const bytes = source.read(0, source.size);
  const encoding = detectMarkupEncoding(bytes);
  const text = decodeText(bytes, encoding);
  const sheets = tablePlaces(text);
  if (sheets.length === 0) throw unsupported('html');
  const struck = HtmlStruck.in(text);
  return {
    kind: 'html',
    encoding: encoding.encoding,
    properties: {},
    sheets: sheets.map((tables) => htmlSheet(text, tables, struck, limits)),
    close: async () => source.close(),
  };
}

function htmlSheet(
  text: string,
  tables: readonly TablePlace[],
  struck: HtmlStruck | null,
  { maxCells }: Limits,
): Sheet {
  const rows = (styles: HtmlStruck | null) =>
    htmlRows(new HtmlReader(text), tables, maxCells, styles);
  return {
    name: '',
    state: 'visible',
    merges: async () => mergesOf(rows(null)),
    hiddenColumns: async () => [],
    read: async (onRow) => readHtmlRows(rows(struck), maxCells, onRow),
  };
}

function mergesOf(rows: ReturnType<typeof htmlRows>): Merge[] {
  const merges: Merge[] = [];
  for (const { cells } of rows) {
    for (const { top, left, bottom, right } of cells) {
      if (top === bottom && left === right) continue;
      if (merges.length >= MAX_MERGES) throw limitError('merges', MAX_MERGES);
      merges.push({ top, left, bottom, right });
    }
  }
  return merges;
}

function readHtmlRows(rows: ReturnType<typeof htmlRows>, maxCells: number, onRow: OnRow): SheetEnd {
  const sink = new RowSink(onRow);
  let count = 0;
  for (const { number, hidden, cells } of rows) {
    const values = valuesOf(cells);
    count += values.length;
    if (count > maxCells) throw limitError('cells', maxCells);
    sink.push(number, values, hidden, lookOf(cells));
    if (sink.stopped) break;
  }
  return {};
}

function lookOf(cells: readonly HtmlCell[]): RowLook | undefined {
  if (cells.every(({ look }) => !look.isStruck && look.meant === null)) return undefined;
  const struck = cells.filter(({ look }) => look.isStruck).map(({ left }) => left);
  const meant = cells.flatMap(({ left, look }) =>
    look.meant === null ? [] : [{ column: left, ...look.meant }],
  );
  return { ...(struck.length > 0 && { struck }), ...(meant.length > 0 && { meant }) };
}

function valuesOf(cells: readonly HtmlCell[]): Value[] {
  const filled = cells.filter(({ text }) => text !== '');
  const width = filled.reduce((most, { left }) => Math.max(most, left + 1), 0);
  if (width > MAX_COLUMNS) throw limitError('columns', MAX_COLUMNS);
  const values = new Array<Value>(width).fill(null);
  for (const { text, left } of filled) values[left] = text;
  return values;
}
