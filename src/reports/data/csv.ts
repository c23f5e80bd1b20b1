import { stringify } from 'csv-stringify/sync';
import { numberText } from '../../core/format.js';
import { safeText } from '../safe-text.js';

/** Text is guarded against formulas; numbers are written plainly; null is a blank. */
export type CsvCell = string | number | null;

/** Rows that are turned into text at a time: a million findings stay out of one array. */
const ROWS_AT_A_TIME = 5000;

/** UTF-8 text with LF line ends and a header, for machines. */
export function csv(columns: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  return wholeText(csvPieces(columns, rows));
}

/** The same text in pieces, for what is written without ever being held whole. */
export function* csvPieces(
  columns: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
): Generator<string> {
  yield lines([columns]);
  let waiting: (readonly CsvCell[])[] = [];
  for (const row of rows) {
    waiting.push(row);
    if (waiting.length < ROWS_AT_A_TIME) continue;
    yield lines(waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield lines(waiting);
}

/** All of a text that comes in pieces. */
export function wholeText(pieces: Iterable<string>): string {
  return [...pieces].join('');
}

function lines(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    rows.map((row) => row.map(cellText)),
    { record_delimiter: '\n' },
  );
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? numberText(cell) : safeText(cell);
}
