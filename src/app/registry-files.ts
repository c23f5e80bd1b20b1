import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EnvironmentError } from '../core/errors.js';
import { CalendarDate, type Value } from '../core/value.js';
import { cellText } from '../forms/cells/cell-text.js';
import { isTable, tableNear } from '../geography/table-names.js';
import type { RegistryTable, RegistryTables } from '../geography/tables.js';
import { openWorkbook, type Sheet, SpreadsheetError } from '../spreadsheet/index.js';
import { systemCode } from './system/error.js';

/** What Excel and its like save a table as, beside CSV. */
const BOOK = /\.(xlsx|xlsm|xls|ods)$/i;
const CSV = /\.csv$/i;

/** Why a file of a registry can't be read; a bug stays a bug. */
export function unreadableRegistry(file: string, error: unknown): EnvironmentError {
  if (error instanceof EnvironmentError) return error;
  const detail = error instanceof SpreadsheetError ? error.reason : systemCode(error);
  return new EnvironmentError('registry-bad', {
    ...{ file, row: 0, problem: 'unreadable', detail, count: 1 },
  });
}

/** The folder of a registry of which one table was named: `registry/units.csv`. */
export function folderOfTable(path: string): string | null {
  return CSV.test(path) && isTable(stemOf(basename(path), CSV)) ? dirname(path) : null;
}

/**
 * Paths of a registry's own files: the workbook, or what is named as a table in its folder.
 * @param found the folder or workbook
 */
export async function filesOfRegistry(found: string): Promise<string[]> {
  const names = await readdir(found).catch(() => null);
  if (names === null) return [found];
  const isOwn = (name: string) =>
    [CSV, BOOK].some((end) => end.test(name) && isTable(stemOf(name, end)));
  return names.filter(isOwn).map((name) => join(found, name));
}

/** The first folder of a folder that has a table of units: `b/registry` where `b` was named. */
export async function registryWithin(folder: string): Promise<string | null> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((one) => !one.isFile() && !one.name.startsWith('.'));
  for (const name of folders.map((one) => one.name).sort()) {
    const files = await filesOfRegistry(join(folder, name));
    if (hasUnits(files.map((file) => basename(file)))) return join(folder, name);
  }
  return null;
}

/** Whether the table of units is among these files, or names of tables. */
export function hasUnits(names: readonly string[]): boolean {
  return names.some((name) => [CSV, BOOK].some((end) => stemOf(name, end) === 'units'));
}

/**
 * The tables of a folder: a CSV each, or a workbook of the table's name where there is no such
 * CSV. Workbooks that may be meant for tables, and are not read, are tables without rows: they
 * are told (CCDS-G14). What is no table and can't be read is nothing to the registry.
 * @throws EnvironmentError `registry-bad`
 */
export async function readFolder(folder: string): Promise<RegistryTables> {
  const names = (await readdir(folder)).filter((name) => !/^(\.|~\$)/.test(name)).sort();
  const tables: Record<string, RegistryTable> = {};
  for (const name of names.filter((name) => CSV.test(name))) {
    const table = await readCsv(join(folder, name)).catch((error) => {
      if (isTable(stemOf(name, CSV))) throw unreadableRegistry(name, error);
      return null;
    });
    if (table !== null) tables[name] = table;
  }
  const known = new Set(Object.keys(tables).map((name) => stemOf(name, CSV)));
  for (const name of names.filter((name) => BOOK.test(name))) {
    const stem = stemOf(name, BOOK);
    if (isTable(stem) && !known.has(stem)) {
      const sheets = await readBook(join(folder, name)).catch((error) => {
        throw unreadableRegistry(name, error);
      });
      Object.assign(tables, tablesOf(stem, sheets));
      known.add(stem);
    } else if (tableNear(stem) !== undefined) {
      tables[name] = { file: name, rows: [], firstRow: 1 };
    }
  }
  return tables;
}

const tableName = (text: string) => text.trim().toLowerCase();
const stemOf = (name: string, end: RegExp) => tableName(name.replace(end, ''));

/** Null of a file of nothing. */
async function readCsv(file: string): Promise<RegistryTable | null> {
  const book = await openWorkbook(file).catch((error) => {
    if (error instanceof SpreadsheetError && error.reason === 'empty') return null;
    throw error;
  });
  if (book === null) return null;
  const table = await readTable(book.sheets[0]!, basename(file));
  await book.close();
  return table;
}

/** The sheet of the workbook's name, else its first; others that are named as tables are told. */
function tablesOf(stem: string, sheets: RegistryTables): RegistryTables {
  const all = Object.entries(sheets).map(([name, table]) => ({ name: tableName(name), table }));
  const own = all.find(({ name }) => name === stem) ?? all[0];
  return Object.fromEntries(
    all.flatMap((one): [string, RegistryTable][] => {
      if (one === own) return [[stem, one.table]];
      return isTable(one.name) ? [[`${one.name} (${one.table.file})`, one.table]] : [];
    }),
  );
}

/**
 * The sheets of a workbook that have any text, by name.
 * @throws SpreadsheetError
 */
export async function readBook(file: string): Promise<RegistryTables> {
  const book = await openWorkbook(file);
  const tables: Record<string, RegistryTable> = {};
  for (const sheet of book.sheets) {
    const table = await readTable(sheet, basename(file));
    if (table.rows.length > 0) tables[sheet.name] = { ...table, sheet: sheet.name };
  }
  await book.close();
  return tables;
}

async function readTable(sheet: Sheet, file: string): Promise<RegistryTable> {
  const rows: string[][] = [];
  let firstRow = 1;
  const { widths } = await sheet.read((row) => {
    const texts = row.values.map((value) =>
      value instanceof CalendarDate ? isoText(value) : plainText(value),
    );
    if (rows.length === 0) {
      if (texts.every((text) => text.trim() === '')) return;
      firstRow = row.number;
    }
    while (rows.length > 0 && firstRow + rows.length < row.number) rows.push([]);
    rows.push(texts);
  });
  if (widths === undefined) return { file, rows, firstRow };
  return { file, rows, firstRow, width: widthAt(firstRow, widths) };
}

/** Cells of one record of a CSV. @param widths of `SheetEnd` */
function widthAt(row: number, widths: readonly number[]): number {
  let cells = 0;
  for (let i = 0; i < widths.length && widths[i]! <= row; i += 2) cells = widths[i + 1]!;
  return cells;
}

/** Excel turns `2025-07-01` into a date cell. */
function isoText({ year, month, day }: CalendarDate): string {
  return [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-');
}

/** Text stays as it is written: the registry's checks tell of stray spaces. */
function plainText(value: Value): string {
  return typeof value === 'string' ? value : cellText(value);
}
