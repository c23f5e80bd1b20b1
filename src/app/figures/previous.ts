import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { comparePeriods, monthsOf, type Period, parsePeriod } from '../../core/period.js';
import { columns, TABLES } from '../../reports/data/tables.js';
import { openWorkbook, type Sheet, SpreadsheetError } from '../../spreadsheet/index.js';

/** An earlier result's figures of the hamlets: indicator → unit → value. */
export interface Previous {
  readonly period: Period;
  readonly values: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const HEADER = columns(TABLES.find(({ name }) => name === 'values')!);
const at = (column: string) => HEADER.indexOf(column);

/**
 * Reads the figures of an earlier result: its folder, or its `values.csv`.
 * @throws EnvironmentError `previous-bad` where it is no result, or of no earlier period as
 *   long as `wanted`
 */
export async function readPrevious(
  path: string,
  cwd: string,
  wanted: Period | null,
): Promise<Previous> {
  const file = await locate(resolve(cwd, path));
  const previous = file === null ? null : await readValues(file);
  if (previous === null) throw new EnvironmentError('previous-bad', { path, period: '' });
  if (wanted !== null && !isBefore(previous.period, wanted))
    throw new EnvironmentError('previous-bad', { path, period: previous.period });
  return previous;
}

/** Earlier, and as long: a month is held against a month, a quarter against a quarter. */
function isBefore(period: Period, wanted: Period): boolean {
  return monthsOf(period).length === monthsOf(wanted).length && comparePeriods(period, wanted) < 0;
}

async function locate(path: string): Promise<string | null> {
  for (const file of [join(path, 'data', 'values.csv'), join(path, 'values.csv'), path]) {
    const info = await stat(file).catch(() => null);
    if (info?.isFile()) return file;
  }
  return null;
}

async function readValues(file: string): Promise<Previous | null> {
  try {
    const book = await openWorkbook(file);
    try {
      return await valuesOf(book.sheets[0]!);
    } finally {
      await book.close();
    }
  } catch (error) {
    if (error instanceof SpreadsheetError) return null;
    throw error;
  }
}

async function valuesOf(sheet: Sheet): Promise<Previous | null> {
  const values = new Map<string, Map<string, number>>();
  let period: Period | null = null;
  let isResult = false;
  await sheet.read(({ number, values: cells }) => {
    if (number === 1) {
      isResult = cells.join(',') === HEADER.join(',');
      return isResult;
    }
    const text = (column: string) => String(cells[at(column)] ?? '');
    period ??= parsePeriod(text('period'));
    if (text('level') !== 'hamlet' || text('value') === '') return true;
    const ofUnit = values.get(text('indicator')) ?? new Map<string, number>();
    values.set(text('indicator'), ofUnit.set(text('unit_code'), Number(text('value'))));
    return true;
  });
  return isResult && period !== null ? { period, values } : null;
}
