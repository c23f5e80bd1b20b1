import { cellAddress } from '../core/address.js';
import { finding, type Place } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { clean, nfc } from '../core/text.js';
import type { Log } from './problems.js';

/** One table of the registry as text: a CSV of the folder, or a sheet of the workbook. */
export interface RegistryTable {
  /** `units.csv`, or the workbook's name. */
  readonly file: string;
  readonly sheet?: string;
  /** The first is the header. */
  readonly rows: readonly (readonly string[])[];
  /** 1-based row (record number in a CSV) of the header. */
  readonly firstRow: number;
  /** Cells of a CSV's header, blank ones too, where not all of its records have as many. */
  readonly width?: number;
}

/** By table name: `units`, `baselines`, … */
export type RegistryTables = Readonly<Record<string, RegistryTable>>;

/** One row of a table: its text by column, cleaned, and its place. */
export interface TableRow {
  readonly values: Readonly<Record<string, string>>;
  readonly place: Place;
}

/**
 * The rows of a table that have any text, by the header's names (any case). A missing or
 * doubled column among `columns` is a problem, and then no row is given.
 */
export function readTable(table: RegistryTable, columns: readonly string[], log: Log): TableRow[] {
  const header = (table.rows[0] ?? []).map((name) => clean(name).toLowerCase());
  const before = log.problems.length;
  for (const column of columns) checkColumn(header, column, placeOf(table, 0), log);
  if (log.problems.length > before) tellLaterHeader(table, columns, before, log);
  if (log.problems.length > before) return [];
  if (columns.length > 0) tellShifted(table, log);
  return table.rows
    .map((cells, at) => readRow(table, header, cells, at))
    .slice(1)
    .filter((row) => Object.values(row.values).some((value) => value !== ''));
}

/**
 * A row of a CSV with more cells than its header: `1,250` and `Ấp Gò, Tháp` without quotes are two
 * cells, and what follows them stands in the wrong columns.
 */
function tellShifted(table: RegistryTable, log: Log): void {
  const { width, rows } = table;
  if (width === undefined) return;
  for (const [at, cells] of rows.entries()) {
    const extra = clean(cells.slice(width).join(' '));
    if (extra !== '') log.problem(placeOf(table, at), 'more-cells', `${width}`);
  }
}

/** Rows above a header that a title may take. */
const TITLE_ROWS = 10;

/** Where a row further down has all the columns, what stands above it is the problem, once. */
function tellLaterHeader(
  table: RegistryTable,
  columns: readonly string[],
  before: number,
  log: Log,
): void {
  const at = table.rows.slice(0, TITLE_ROWS).findIndex((cells) => {
    const names = cells.map((name) => clean(name).toLowerCase());
    return columns.every((column) => names.includes(column));
  });
  if (at <= 0) return;
  log.problems.length = before;
  log.problem(placeOf(table, 0), 'title-above', `${table.firstRow + at}`);
}

function checkColumn(header: readonly string[], column: string, place: Place, log: Log): void {
  const first = header.indexOf(column);
  if (first < 0) log.problem(place, 'missing-column', column);
  else if (header.includes(column, first + 1)) log.problem(place, 'duplicate-column', column);
}

/** Where a row of a table stands; its header is row 0. */
export function placeOf(table: RegistryTable, at: number): Place {
  const { file, sheet, firstRow } = table;
  return { file, ...(sheet === undefined ? {} : { sheet }), row: firstRow + at };
}

function readRow(
  table: RegistryTable,
  header: readonly string[],
  cells: readonly string[],
  at: number,
): TableRow {
  const values: Record<string, string> = {};
  for (const [column, name] of header.entries()) {
    if (name !== '') values[name] = clean(cells[column] ?? '');
  }
  return { values, place: placeOf(table, at) };
}

/** Warns of stray spaces (CCDS-G02) in columns of a table; `readTable` has mended them. */
export function warnOfSpaces(table: RegistryTable, columns: readonly string[], log: Log): void {
  const header = (table.rows[0] ?? []).map((name) => clean(name).toLowerCase());
  for (const column of columns.map((name) => header.indexOf(name)).filter((at) => at >= 0)) {
    for (const [at, cells] of table.rows.entries()) {
      const found = cells[column] ?? '';
      if (at === 0 || found === '' || nfc(found) === clean(found)) continue;
      const place = placeOf(table, at);
      const cell = cellAddress(column, place.row ?? 0);
      log.findings.push(finding('CCDS-G02', { ...place, cell }, { found }));
    }
  }
}

/**
 * Warns of names whose letters were saved as `?` (CCDS-S16), as Excel's plain CSV does: no sheet's
 * name would answer to them, and none of a unit has a question mark.
 */
export function warnOfLostLetters(table: RegistryTable, log: Log): void {
  const column = (table.rows[0] ?? []).findIndex((name) => clean(name).toLowerCase() === 'name');
  const lost = table.rows.flatMap((cells, at) =>
    at > 0 && /[?\ufffd]/.test(cells[column] ?? '')
      ? [cellAddress(column, table.firstRow + at)]
      : [],
  );
  if (lost.length === 0) return;
  const { row: _, ...place } = placeOf(table, 0);
  log.findings.push(finding('CCDS-S16', place, { lost: firstFew(lost) }));
}
