import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentError } from '../core/errors.js';
import { CalendarDate, type Value } from '../core/value.js';
import { cellText } from '../forms/cells/cell-text.js';
import type { NumberKind } from '../geography/cells.js';
import { LEVELS, type Loaded, loadRegistry } from '../geography/load.js';
import type { RegistryProblem, RegistryTable, RegistryTables } from '../geography/tables.js';
import { unknownIds } from '../geography/unknown-ids.js';
import { BASELINES, INDICATORS } from '../indicators/index.js';
import type { Indicator } from '../indicators/types.js';
import { openWorkbook, type Sheet, SpreadsheetError } from '../spreadsheet/index.js';
import type { Config } from './config/config.js';
import { systemCode } from './system/error.js';

/** Registries that come with ccds; the folder is the same seen from src and from dist. */
const BUNDLED = fileURLToPath(new URL('../../src/geography/registries/', import.meta.url));

/** What a registry is read by: the levels and ids that it may name. */
export type RegistryWords = Pick<Config, 'levels' | 'indicators' | 'baselines'>;

const OWN: RegistryWords = { levels: LEVELS, indicators: INDICATORS, baselines: BASELINES };

/**
 * Reads a registry: a folder of CSVs, a workbook with sheets of the same names, or the name
 * of a bundled one.
 * @throws EnvironmentError `registry-missing`, `registry-bad`
 */
export async function readRegistry(
  path: string,
  cwd: string,
  words: RegistryWords = OWN,
): Promise<Loaded> {
  const loaded = await readDoubtful(path, cwd, words);
  refuseIfAny(loaded.problems);
  return loaded;
}

/** Names the first of a registry's problems. @throws EnvironmentError `registry-bad` where there is one */
export function refuseIfAny(problems: readonly RegistryProblem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const { row, problem, detail, sheet } = first;
  const file = sheet === undefined ? first.file : `${first.file} › ${sheet}`;
  const count = problems.length;
  throw new EnvironmentError('registry-bad', { file, row, problem, detail, count });
}

/**
 * Reads a registry whatever its problems: they are told, not thrown.
 * @throws EnvironmentError `registry-missing`; `registry-bad` where it can't be read at all
 */
export async function readDoubtful(
  path: string,
  cwd: string,
  words: RegistryWords = OWN,
): Promise<Loaded> {
  const tables = await readTables(await locateRegistry(path, cwd), path);
  const { levels, indicators, baselines } = words;
  const loaded = loadRegistry(tables, { levels, numbers: numbersOf(indicators) });
  const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
  const known = { baselines: ids(baselines), indicators: ids(indicators) };
  return { ...loaded, findings: [...loaded.findings, ...unknownIds(loaded.registry, known)] };
}

/** How the targets of each indicator are written. */
function numbersOf(indicators: readonly Indicator[]): ReadonlyMap<string, NumberKind> {
  return new Map(indicators.map((one) => [one.id, one.kind === 'ratio' ? one.show : 'count']));
}

/** The folder or workbook that a registry's path or name means. @throws EnvironmentError */
export async function locateRegistry(path: string, cwd: string): Promise<string> {
  const candidates = /^[a-z0-9-]+$/.test(path)
    ? [resolve(cwd, path), join(BUNDLED, path)]
    : [resolve(cwd, path)];
  for (const candidate of candidates) {
    if (
      await stat(candidate).then(
        () => true,
        () => false,
      )
    )
      return candidate;
  }
  throw new EnvironmentError('registry-missing', { path });
}

async function readTables(found: string, path: string): Promise<RegistryTables> {
  try {
    return (await stat(found)).isDirectory() ? await readFolder(found) : await readBook(found);
  } catch (error) {
    const isOfFile = error instanceof SpreadsheetError;
    throw new EnvironmentError('registry-bad', {
      file: path,
      row: 0,
      problem: 'unreadable',
      detail: isOfFile ? error.reason : systemCode(error),
      count: 1,
    });
  }
}

async function readFolder(folder: string): Promise<RegistryTables> {
  const names = (await readdir(folder)).filter(
    (name) => /\.csv$/i.test(name) && !name.startsWith('.'),
  );
  const tables: Record<string, RegistryTable> = {};
  for (const name of names.sort()) {
    const book = await openWorkbook(join(folder, name)).catch((error) => {
      if (error instanceof SpreadsheetError && error.reason === 'empty') return null;
      throw error;
    });
    if (book === null) continue;
    tables[name.replace(/\.csv$/i, '').toLowerCase()] = await readTable(book.sheets[0]!, name);
    await book.close();
  }
  return tables;
}

async function readBook(file: string): Promise<RegistryTables> {
  const book = await openWorkbook(file);
  const tables: Record<string, RegistryTable> = {};
  for (const sheet of book.sheets) {
    const table = await readTable(sheet, basename(file));
    if (table.rows.length > 0)
      tables[sheet.name.trim().toLowerCase()] = { ...table, sheet: sheet.name };
  }
  await book.close();
  return tables;
}

async function readTable(sheet: Sheet, file: string): Promise<RegistryTable> {
  const rows: string[][] = [];
  let firstRow = 1;
  await sheet.read((row) => {
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
  return { file, rows, firstRow };
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
