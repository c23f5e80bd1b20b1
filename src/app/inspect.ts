import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { cellAddress } from '../core/address.js';
import { EnvironmentError } from '../core/errors.js';
import { finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import type { Lang } from '../core/lang.js';
import { nfc } from '../core/text.js';
import {
  CalendarDate,
  CellError,
  Percentage,
  UncomputedFormula,
  type Value,
} from '../core/value.js';
import type { SheetReport } from '../forms/report.js';
import { SheetReader } from '../forms/sheet-reader.js';
import { describe } from '../rules/index.js';
import {
  openWorkbook,
  plainText,
  type Sheet,
  SpreadsheetError,
  unsupported,
  type Workbook,
} from '../spreadsheet/index.js';
import { type Config, loadConfig } from './config/config.js';
import { missingInput } from './inputs/missing-input.js';
import { isOwnWorkbook, ownSheets } from './inputs/own-output.js';
import { leftOutByName } from './inputs/triage.js';
import { listArchive } from './inputs/zip.js';
import { isOnlyNamedWorkbook } from './reading/file-findings.js';
import { unreadable } from './reading/file-problem.js';
import { HiddenValues } from './reading/hidden-values.js';
import type { InspectedCells, InspectedSheet, Inspection, RunOptions } from './types.js';

/** As `validate` has it: any text could be read as lines. */
const NO_WORKBOOK = new SpreadsheetError('unknown', 'a text that is called a workbook');

type InspectOptions = Omit<RunOptions, 'inputs' | 'period'> & { readonly file: string };

/**
 * What ccds sees in a file: kind, sheets, sizes, forms recognised.
 * @throws EnvironmentError `input-missing`, `input-folder`, `input-archive`, `file-unreadable`
 */
export async function inspectFile(options: InspectOptions): Promise<Inspection> {
  const config = await loadConfig(options.config, options.cwd);
  return withBook(options, config, async (book, bytes) => {
    const sheets: InspectedSheet[] = [];
    const own = (await isOwnWorkbook(book)) ? new Set(book.sheets) : await ownSheets(book);
    const problems: SpreadsheetError[] = [];
    for (const sheet of book.sheets)
      sheets.push(await inspected(sheet, config, own.has(sheet), problems));
    if (problems.length > 0 && problems.length === sheets.length) throw problems[0]!;
    const hasForm = sheets.some(({ tables }) => tables.length > 0);
    if (!hasForm && isOnlyNamedWorkbook(options.file, book)) throw NO_WORKBOOK;
    return {
      file: nfc(basename(options.file)),
      kind: book.kind,
      bytes,
      ...(book.encoding !== undefined && { encoding: book.encoding }),
      ...(book.delimiter !== undefined && { delimiter: book.delimiter }),
      ...(book.modified !== undefined && { modified: book.modified.toISOString() }),
      ...damageOf(book),
      sheets,
    };
  });
}

/** Asked for after the properties, which are read when they are asked for. */
function damageOf({ unread }: Workbook): Pick<Inspection, 'unread' | 'damage'> {
  if (!unread?.size) return {};
  const parts = [...unread].sort();
  const found = finding('CCDS-F13', { file: '' }, { unread: parts.join(', ') });
  const said = (lang: Lang) => describe(found, lang).message;
  return { unread: parts, damage: { vi: said('vi'), en: said('en') } };
}

/**
 * A sheet's cells from A1 on, and which of them are struck through, in hidden rows or read otherwise.
 * @throws EnvironmentError `input-missing`, `input-folder`, `file-unreadable`, `sheet-missing`
 */
export async function inspectSheet(
  options: InspectOptions & { readonly sheet: string },
): Promise<InspectedCells> {
  const config = await loadConfig(options.config, options.cwd);
  return withBook(options, config, async (book) => {
    const sheet = chosen(book, options.sheet, options.file);
    const rows: Cell[][] = [];
    const hiddenRows: number[] = [];
    const struck: string[] = [];
    const meant: Record<string, string | null> = {};
    await sheet.read((row) => {
      // Rows may come in any order, and one twice.
      while (rows.length < row.number) rows.push([]);
      Object.assign(rows[row.number - 1]!, filled(row.values));
      if (row.hidden) hiddenRows.push(row.number);
      for (const column of row.struck ?? []) struck.push(cellAddress(column, row.number));
      for (const { column, text } of row.meant ?? []) meant[cellAddress(column, row.number)] = text;
    });
    return {
      file: nfc(basename(options.file)),
      sheet: sheet.name,
      rows,
      hiddenRows,
      struck,
      meant,
    };
  });
}

async function withBook<T>(
  { file, cwd }: InspectOptions,
  config: Config,
  use: (book: Workbook, bytes: number) => Promise<T>,
): Promise<T> {
  const path = resolve(cwd, file);
  const info = await stat(path).catch(() => null);
  if (info === null) throw await missingInput(file, cwd);
  if (info.isDirectory()) throw new EnvironmentError('input-folder', { path: file });
  if (!info.isFile() && !isHandedOver(path)) throw unreadable(file, unsupported('pipe'));
  try {
    const book = await openWorkbook(
      { name: basename(file), bytes: await readFile(path) },
      config.limits,
    );
    try {
      return await use(book, info.size);
    } finally {
      await book.close();
    }
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    throw isArchive(error) ? await ofArchive(file, path) : unreadable(file, error);
  }
}

/** What another command writes, as the shell hands it over: `ccds inspect <(…)`. */
function isHandedOver(path: string): boolean {
  return /^\/(?:dev\/(?:fd\/\d+|stdin)|proc\/)/.test(path);
}

function isArchive(error: unknown): boolean {
  return error instanceof SpreadsheetError && error.details.kind === 'zip';
}

/** An archive is opened where many files are read; here its files are named. */
async function ofArchive(path: string, real: string): Promise<EnvironmentError> {
  try {
    const members = await listArchive(real);
    const files = members.map(({ name }) => name).filter(isKept);
    const names = firstFew(files.map((name) => `“${name}”`));
    return new EnvironmentError('input-archive', { path, names, count: files.length });
  } catch (error) {
    return unreadable(path, error);
  }
}

/** No leftover of the system that made the archive. */
function isKept(name: string): boolean {
  return name.split('/').every((part) => leftOutByName(part) === null);
}

/** By name, of which Excel tells no two apart by capitals alone; else by its number from 1 on. */
function chosen(book: Workbook, wanted: string, file: string): Sheet {
  const plain = (name: string) => nfc(name).toLowerCase();
  const named = book.sheets.find((sheet) => plain(sheet.name) === plain(wanted));
  const sheet = named ?? (/^\d+$/.test(wanted) ? book.sheets[Number(wanted) - 1] : undefined);
  if (sheet !== undefined) return sheet;
  const sheets = book.sheets.map(({ name }) => name).join(', ');
  throw new EnvironmentError('sheet-missing', { file, sheet: wanted, sheets });
}

async function inspected(
  sheet: Sheet,
  config: Config,
  isOwn: boolean,
  problems: SpreadsheetError[],
): Promise<InspectedSheet> {
  const report = await recognised(sheet, config).catch((error: unknown) => {
    if (!(error instanceof SpreadsheetError)) throw error;
    problems.push(error);
    return null;
  });
  if (report === null)
    return { name: sheet.name, state: 'unreadable', rows: 0, columns: 0, tables: [] };
  return {
    name: sheet.name,
    state: sheet.state,
    rows: report.rows,
    columns: report.width,
    ...(isOwn && { isOwn }),
    tables: (isOwn ? [] : report.tables).map(({ form, layout, headerRow, firstRow, lastRow }) => ({
      form,
      label: config.forms.find(({ id }) => id === form)!.label,
      layout,
      headerRow,
      firstRow,
      lastRow,
    })),
  };
}

/** Reads a sheet for its tables alone: no unit is looked up, no finding is kept. */
async function recognised(sheet: Sheet, config: Config): Promise<SheetReport> {
  const merges = await sheet.merges();
  const hidden = new HiddenValues(merges);
  const reader = new SheetReader({
    file: '',
    sheet: sheet.name,
    layouts: config.layouts,
    indicators: config.indicators,
    checks: [],
    wanted: null,
    calendar: config.calendar,
    cutoff: config.cutoff,
    names: [],
    merges,
    mapOf: () => ({
      match: (named) => ({
        kind: 'unknown',
        name: named.hamlet ?? '',
        level: 'hamlet',
        parent: null,
        suggestions: [],
      }),
      matchText: () => null,
      nearText: () => ({}),
      lastDay: null,
    }),
    emit: () => undefined,
  });
  await sheet.read((row) => reader.push(hidden.without(row)));
  return reader.end();
}

type Cell = InspectedCells['rows'][number][number];

/** The cells of a row, blank ones as holes: a cell far out costs no more than one near. */
function filled(values: readonly Value[]): Cell[] {
  const cells: Cell[] = [];
  values.forEach((value, i) => {
    if (value !== null) cells[i] = plain(value);
  });
  return cells;
}

/** Numbers plain, dates ISO, errors as Excel writes them. */
function plain(value: Value): Cell {
  if (value instanceof Percentage) return value.value;
  if (value instanceof UncomputedFormula) return null;
  return value instanceof CalendarDate || value instanceof CellError ? plainText(value) : value;
}
