import type { InspectedCells } from '../app/types.js';
import { cellAddress, columnLetters } from '../core/address.js';
import { widthOnScreen } from '../core/on-screen.js';
import { clean } from '../core/text.js';
import type { Messages } from '../messages/types.js';
import { safeText } from '../reports/safe-text.js';
import type { Format } from './flags.js';
import { lastText, toCsv, toLines } from './table.js';

type Rows = InspectedCells['rows'];
type Cell = Rows[number][number];

/** Cells turned into text at a time, so that a big sheet is never one string. */
const BATCH_CELLS = 250_000;
/** What a person looks at; the rest is for `--format csv`. */
const MOST_LINES = 200;
const WIDEST = 40;
/** Letters of a cell that are shown even where its row is wider than the screen. */
const NARROWEST = 5;
/** Between two columns of a table. */
const GAP = 2;
/** Cells of a CSV whose rows are filled up to one width. */
const MOST_CELLS = 50_000_000;

/**
 * A sheet's cells from A1 on, in pieces.
 * @param columns that the screen has: longer texts are cut where that keeps a row on one line
 */
export function* cellBatches(
  cells: InspectedCells,
  format: Format,
  messages: Messages,
  columns = Number.POSITIVE_INFINITY,
): Generator<string> {
  if (format === 'csv') yield* csvBatches(cells.rows);
  else if (format === 'json') yield* jsonBatches(cells);
  else yield textOf(cells, messages, columns);
}

/** All rows are as wide as the widest, unless a cell far out would make that endless. */
function* csvBatches(rows: Rows): Generator<string> {
  const widest = widthOf(rows);
  const width = widest * rows.length > MOST_CELLS ? 1 : widest;
  for (const batch of batches(rows)) yield toCsv(batch.map(harmless), width);
}

/** Cells that a spreadsheet program would compute when it opens the CSV are made text, as in every output. */
function harmless(row: Rows[number]): Rows[number] {
  return row.map((cell) => (typeof cell === 'string' && !BARE.test(cell) ? safeText(cell) : cell));
}

/**
 * Words or a number behind a dash or plus (`- Nữ`, `+84 918…`), and these alone, compute nothing; a cell's
 * address would (`-A1`).
 */
const BARE = /^[+-]+ *(?!.*(?<!\p{L})[A-Za-z]{1,3} *\d)(?:\p{L}[\p{L}\p{M}\p{N} ,.:/]*|[\d .]*)$/u;

function* jsonBatches({ file, sheet, rows, ...looks }: InspectedCells): Generator<string> {
  const { hiddenRows, struck, meant } = looks;
  const head = JSON.stringify({ file, sheet, hiddenRows, struck, meant });
  yield `${head.slice(0, -1)},"rows":[`;
  let separator = '\n';
  for (const batch of batches(rows)) {
    yield separator + batch.map((row) => JSON.stringify(row)).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

/**
 * A hidden row's number says so, a text that is struck through stands between `~~`, and behind one that is
 * read otherwise what it is read as.
 */
function textOf(
  { rows, hiddenRows, struck, meant }: InspectedCells,
  messages: Messages,
  columns: number,
): string {
  const hidden = new Set(hiddenRows);
  const crossed = new Set(struck);
  const heading = (row: number) => (hidden.has(row) ? `${row} (${messages.label.hidden})` : row);
  const shown = rows.slice(0, MOST_LINES);
  const widest = widestThatFits(shown, columns - String(heading(shown.length)).length);
  const cellOf = (cell: Cell, column: number, row: number, most: number) => {
    const address = cellAddress(column, row);
    if (crossed.has(address)) return `~~${short(cell, most)}~~`;
    const read = meant[address];
    return read === undefined ? short(cell, most) : `${short(cell, most)} → ${read ?? ''}`;
  };
  const width = widthOf(shown);
  const letters = Array.from({ length: width }, (_, i) => columnLetters(i));
  const lines = shown.map((row, i) => {
    const end = lastText(row, width);
    return [
      heading(i + 1),
      ...Array.from(row, (cell, column) =>
        cellOf(cell ?? null, column, i + 1, column === end ? WIDEST : widest),
      ),
    ];
  });
  const rest = rows.length - shown.length;
  const more = rest > 0 ? `${messages.summary.more({ count: rest })}\n` : '';
  return toLines([['', ...letters], ...lines], true) + more;
}

/** Letters that a cell may show, so that every row stands on one line of so many columns. */
function widestThatFits(rows: Rows, columns: number): number {
  if (!Number.isFinite(columns)) return WIDEST;
  const width = widthOf(rows);
  const widths = Array.from({ length: width }, () => ({ number: 1, text: 0 }));
  for (const row of rows) {
    const end = lastText(row, width);
    row.forEach((cell, i) => {
      if (i === end) return;
      const shown = short(cell, WIDEST);
      const kind = typeof shown === 'number' ? 'number' : 'text';
      widths[i]![kind] = Math.max(widths[i]![kind], widthOnScreen(String(shown)));
    });
  }
  const total = (most: number) =>
    widths.reduce((sum, { number, text }) => sum + GAP + Math.max(number, Math.min(text, most)), 0);
  for (let most = WIDEST; most >= NARROWEST; most--) if (total(most) <= columns) return most;
  return WIDEST;
}

function short(value: Cell, widest: number): string | number {
  if (typeof value === 'number') return value;
  if (value === null) return '';
  const text = typeof value === 'boolean' ? String(value).toUpperCase() : clean(value);
  return widthOnScreen(text) > widest ? `${[...text].slice(0, widest - 1).join('')}…` : text;
}

function widthOf(rows: Rows): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

function* batches(rows: Rows): Generator<Rows> {
  const size = Math.ceil(BATCH_CELLS / (widthOf(rows) + 1));
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
}
