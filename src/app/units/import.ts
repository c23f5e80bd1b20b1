import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { fold } from '../../core/text.js';
import { cellText } from '../../forms/cells/cell-text.js';
import { parseName } from '../../geography/names.js';
import { readStatisticsList, type StatisticsList } from '../../geography/statistics-list.js';
import { openWorkbook, type Sheet } from '../../spreadsheet/index.js';
import { askedDay } from '../asked.js';
import { missingInput } from '../inputs/missing-input.js';
import { unreadable } from '../reading/file-problem.js';
import type { ImportedUnits, UnitRow, UnitsOptions } from './types.js';

/**
 * Reads the statistics office's list of units (`.xls`, `.xlsx`, CSV, …) into rows of
 * `units.csv`; `--as-of` is the day from which they are valid.
 * @param provinces codes or names; all without them
 * @throws EnvironmentError `input-missing`, `file-unreadable`, `list-unknown`
 */
export async function importUnits(
  options: UnitsOptions,
  file: string,
  provinces: readonly string[],
): Promise<ImportedUnits> {
  const validFrom = options.asOf === undefined ? '' : askedDay(options.asOf);
  const path = resolve(options.cwd, file);
  await stat(path).catch(async () => {
    throw await missingInput(file, options.cwd);
  });
  const list = await readList(path, validFrom);
  if (list === null) throw new EnvironmentError('list-unknown', { file: basename(file) });
  return { units: within(list.units, provinces), skipped: list.skipped };
}

async function readList(path: string, validFrom: string): Promise<StatisticsList | null> {
  try {
    const book = await openWorkbook(path);
    try {
      for (const sheet of book.sheets) {
        const list = readStatisticsList(await textsOf(sheet), validFrom);
        if (list !== null) return list;
      }
      return null;
    } finally {
      await book.close();
    }
  } catch (error) {
    throw unreadable(basename(path), error);
  }
}

/** Cells as text, a blank row where the sheet has none: row numbers stay. */
async function textsOf(sheet: Sheet): Promise<string[][]> {
  const rows: string[][] = [];
  await sheet.read((row) => {
    if (row.values.every((value) => value === null)) return;
    while (rows.length < row.number - 1) rows.push([]);
    rows.push(row.values.map(cellText));
  });
  return rows;
}

/** The provinces asked for with all below them; a list is in tree order. */
function within(units: readonly UnitRow[], provinces: readonly string[]): readonly UnitRow[] {
  if (provinces.length === 0) return units;
  const asked = new Set(
    provinces.flatMap((text) => [fold(text), parseName(text, 'province').bare]),
  );
  const taken = new Set<string>();
  for (const { code, name, parent } of units) {
    const isAsked = asked.has(code) || asked.has(parseName(name, 'province').bare);
    if (parent === '' ? isAsked : taken.has(parent)) taken.add(code);
  }
  return units.filter(({ code }) => taken.has(code));
}
