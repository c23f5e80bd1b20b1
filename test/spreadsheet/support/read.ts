import {
  CalendarDate,
  CellError,
  MonthDate,
  openWorkbook,
  Percentage,
  type ReadOptions,
  SpreadsheetError,
  UncomputedFormula,
  type Value,
  type Workbook,
} from '../../../src/spreadsheet/index.js';
import { xlsx } from './xlsx-writer.mjs';

export type PlainValue =
  | string
  | number
  | boolean
  | null
  | { date: string; serial?: number | null }
  | { month: string }
  | { percent: number }
  | { error: string }
  | { uncomputed: true };

/** A value as JSON would have it; of a date that shows no day the month alone. */
export function plain(value: Value): PlainValue {
  if (value instanceof MonthDate)
    return { month: `${value.year}-${String(value.month).padStart(2, '0')}` };
  if (value instanceof CalendarDate) {
    const { year, month, day, seconds } = value;
    const date = [year, month, day].map((n) => String(n).padStart(2, '0')).join('-');
    return { date: seconds === 0 ? date : `${date} ${seconds}` };
  }
  if (value instanceof Percentage) return { percent: value.value };
  if (value instanceof CellError) return { error: value.text };
  if (value instanceof UncomputedFormula) return { uncomputed: true };
  return value;
}

export type PlainRow = [number: number, ...values: PlainValue[]];

export interface PlainSheet {
  name: string;
  state: string;
  merges: unknown[];
  hiddenColumns: unknown[];
  hiddenRows: number[];
  rows: PlainRow[];
}

export async function readSheets(workbook: Workbook): Promise<PlainSheet[]> {
  const sheets: PlainSheet[] = [];
  for (const sheet of workbook.sheets) {
    const rows: PlainRow[] = [];
    const hiddenRows: number[] = [];
    const { name, state } = sheet;
    const merges = [...(await sheet.merges())];
    const hiddenColumns = [...(await sheet.hiddenColumns())];
    await sheet.read((row) => {
      rows.push([row.number, ...row.values.map(plain)]);
      if (row.hidden) hiddenRows.push(row.number);
    });
    sheets.push({ name, state, merges, hiddenColumns, hiddenRows, rows });
  }
  return sheets;
}

export type Bytes = string | Uint8Array;

export async function open(bytes: Bytes, options: ReadOptions = {}): Promise<Workbook> {
  const content = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return openWorkbook({ name: 'test', bytes: content }, options);
}

/** All of a file, from its bytes. */
export async function readAll(
  bytes: Bytes,
  options: ReadOptions = {},
): Promise<{ kind: string; sheets: PlainSheet[] }> {
  const workbook = await open(bytes, options);
  const sheets = await readSheets(workbook);
  await workbook.close();
  return { kind: workbook.kind, sheets };
}

/** Rows of the first sheet. */
export async function readRows(bytes: Bytes, options: ReadOptions = {}): Promise<PlainRow[]> {
  return (await readAll(bytes, options)).sheets[0]!.rows;
}

/** Rows of a workbook with one sheet, given what is inside its `<sheetData>`. */
export function rowsOf(xml: string, more: Partial<Parameters<typeof xlsx>[0]> = {}) {
  return readRows(xlsx({ sheets: [{ xml }], ...more }));
}

/** Values of the row 1 of such a workbook. */
export async function cellsOf(cells: string, more: Partial<Parameters<typeof xlsx>[0]> = {}) {
  const rows = await rowsOf(`<row r="1">${cells}</row>`, more);
  return rows[0]?.slice(1) ?? [];
}

/** The error of a file that cannot be read, as plain data. Any other error is a failure. */
export async function failure(
  reading: Promise<unknown>,
): Promise<{ reason: string } & Record<string, unknown>> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof SpreadsheetError) return { reason: error.reason, ...error.details };
    throw error;
  }
  throw new Error('it was read');
}
