import type { InspectedCells } from '../app/types.js';
import { columnLetters } from '../core/address.js';
import { clean } from '../core/text.js';
import type { Messages } from '../messages/types.js';
import type { Format } from './flags.js';
import { toCsv, toLines } from './table.js';

type Rows = InspectedCells['rows'];

/** Rows turned into text at a time, so that a big sheet is never one string. */
const BATCH = 5_000;
/** What a person looks at; the rest is for `--format csv`. */
const MOST_LINES = 200;
const WIDEST = 40;

/** A sheet's cells from A1 on, in pieces. */
export async function* cellBatches(
  cells: InspectedCells,
  format: Format,
  messages: Messages,
): AsyncGenerator<string> {
  if (format === 'csv') yield* csvBatches(cells.rows);
  else if (format === 'json') yield* jsonBatches(cells);
  else yield textOf(cells.rows, messages);
}

async function* csvBatches(rows: Rows): AsyncGenerator<string> {
  const width = widthOf(rows);
  for (const batch of batches(rows)) {
    yield await toCsv(batch.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? null)));
  }
}

async function* jsonBatches({ file, sheet, rows }: InspectedCells): AsyncGenerator<string> {
  yield `{"file":${JSON.stringify(file)},"sheet":${JSON.stringify(sheet)},"rows":[`;
  let separator = '\n';
  for (const batch of batches(rows)) {
    yield separator + batch.map((row) => JSON.stringify(row)).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

function textOf(rows: Rows, messages: Messages): string {
  const shown = rows.slice(0, MOST_LINES);
  const letters = Array.from({ length: widthOf(shown) }, (_, i) => columnLetters(i));
  const lines = shown.map((row, i) => [i + 1, ...row.map(short)]);
  const rest = rows.length - shown.length;
  const more = rest > 0 ? `${messages.summary.more({ count: rest })}\n` : '';
  return toLines([['', ...letters], ...lines]) + more;
}

function short(value: Rows[number][number]): string | number {
  if (typeof value === 'number') return value;
  if (value === null) return '';
  const text = typeof value === 'boolean' ? String(value).toUpperCase() : clean(value);
  return [...text].length > WIDEST ? `${[...text].slice(0, WIDEST - 1).join('')}…` : text;
}

function widthOf(rows: Rows): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

function* batches(rows: Rows): Generator<Rows> {
  for (let i = 0; i < rows.length; i += BATCH) yield rows.slice(i, i + BATCH);
}
