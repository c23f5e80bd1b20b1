import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { getOrMake, memo } from '../../core/memo.js';
import { comparePeriods, monthsOf, type Period, parsePeriod } from '../../core/period.js';
import { routesTo } from '../../geography/routes.js';
import { treeAsOf } from '../../geography/tree.js';
import type { Node } from '../../geography/types.js';
import { unitAsOf } from '../../geography/validity.js';
import { type Move, placeOf } from '../../history/restate-place.js';
import { columns, TABLES } from '../../reports/data/tables.js';
import { openWorkbook, type Sheet, SpreadsheetError } from '../../spreadsheet/index.js';

/** An earlier result's figures of the hamlets: indicator → unit → value. */
export interface Previous {
  readonly period: Period;
  readonly values: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** As it was read: with the names of its hamlets, reported or not, by code. */
export interface PreviousResult extends Previous {
  readonly names: ReadonlyMap<string, string>;
}

interface Standing {
  readonly node: Node;
  readonly of: number;
}

/**
 * An earlier result's figures by the hamlets of a day's map, so that no code is held against what
 * another hamlet had under it. Merged ones have a figure where all that they were made of had one.
 * @param move from the result's last day to that day; a result may lie on its map already
 */
export function previousOn({ period, values, names }: PreviousResult, move: Move): Previous {
  const { registry, from, to } = move;
  const { byCode } = treeAsOf(registry, to);
  /** Where a figure stands now, and of how many of the hamlets that were merged there it is. */
  const standingOf = (code: string): Standing | null => {
    const name = names.get(code);
    const now = byCode.get(code);
    if (now?.unit.name === name && (unitAsOf(registry, code, from)?.name !== name || isAlone(now!)))
      return { node: now!, of: originsOf(now!).length };
    const place = placeOf(move, code);
    return place?.kind === 'whole' ? { node: place.at, of: 1 } : null;
  };
  const originsOf = memo(({ unit }: Node) => routesTo(registry, unit, to, from));
  /** True where the result has none of the others that became part of a hamlet: they are in it. */
  const isAlone = (now: Node) =>
    originsOf(now).every(
      ({ to: origin }) => origin.code === now.unit.code || !names.has(origin.code),
    );
  const standings = new Map([...names.keys()].map((code) => [code, standingOf(code)]));
  const onMap = (own: ReadonlyMap<string, number>) => {
    const sums = new Map<Node, { value: number; of: number }>();
    for (const [code, value] of own) {
      const standing = standings.get(code) ?? null;
      if (standing === null) continue;
      const sum = getOrMake(sums, standing.node, () => ({ value: 0, of: 0 }));
      sum.value += value;
      sum.of += standing.of;
    }
    const whole = [...sums].filter(([node, { of }]) => of >= originsOf(node).length);
    return new Map(whole.map(([node, { value }]) => [node.unit.code, value]));
  };
  return { period, values: new Map([...values].map(([id, own]) => [id, onMap(own)])) };
}

/**
 * Figures without the totals of units that are not known now: the period's own alone would be held
 * against them.
 */
export function withoutTotals(
  { period, values }: Previous,
  totals: readonly { readonly id: string; readonly units: readonly string[] }[],
): Previous {
  const left = new Map(values);
  for (const { id, units } of totals) {
    const unknown = new Set(units);
    const own = [...(values.get(id) ?? [])].filter(([unit]) => !unknown.has(unit));
    left.set(id, new Map(own));
  }
  return { period, values: left };
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
): Promise<PreviousResult> {
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

async function readValues(file: string): Promise<PreviousResult | null> {
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

async function valuesOf(sheet: Sheet): Promise<PreviousResult | null> {
  const values = new Map<string, Map<string, number>>();
  const names = new Map<string, string>();
  let period: Period | null = null;
  let isResult = false;
  await sheet.read(({ number, values: cells }) => {
    if (number === 1) {
      isResult = cells.join(',') === HEADER.join(',');
      return isResult;
    }
    const text = (column: string) => String(cells[at(column)] ?? '');
    period ??= parsePeriod(text('period'));
    if (text('level') !== 'hamlet') return true;
    names.set(text('unit_code'), text('unit_name'));
    if (text('value') === '') return true;
    const ofUnit = values.get(text('indicator')) ?? new Map<string, number>();
    values.set(text('indicator'), ofUnit.set(text('unit_code'), Number(text('value'))));
    return true;
  });
  return isResult && period !== null ? { period, values, names } : null;
}
