import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { EnvironmentError } from '../core/errors.js';
import type { Month } from '../core/period.js';
import { readPublished } from '../history/published.js';
import type { PastMonth } from '../history/types.js';
import type { Indicator } from '../indicators/types.js';
import { monthsIn } from './workspace.js';
import { readText } from './workspace-files.js';

/** One submission that a closed month was made of. */
export interface ClosedInput {
  /** Path from the month's folder. */
  readonly file: string;
  /** Blank where it was not opened. */
  readonly sha256: string;
  /** Periods that it states, a space between. */
  readonly period: string;
  /** Forms that it has lists of, a space between. */
  readonly lists: string;
}

/** A closed month, as its last restatement has it, with what it was made of. */
export interface ClosedMonth extends PastMonth {
  readonly inputs: readonly ClosedInput[];
}

/** What marks a folder as a closed month's; written with the rest, whole or not at all. */
export const CLOSED_MARK = 'closed.json';

/**
 * The closed months of a folder, the earliest first. Where a month was restated when a later
 * one was closed, the restated figures hold: they are what was published last.
 * @throws EnvironmentError `history-bad`
 */
export async function readClosed(
  folder: string,
  indicators: readonly Indicator[],
): Promise<readonly ClosedMonth[]> {
  const months = await closedMonths(folder);
  const found = new Map<Month, ClosedMonth>();
  for (const month of months) {
    for (const [of, at] of await versionsIn(join(folder, month), month))
      found.set(of, await readMonth(at, of, indicators));
  }
  return [...found.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** Months that are closed, the earliest first. */
export async function closedMonths(folder: string): Promise<readonly Month[]> {
  const names = await monthsIn(folder);
  const whole = await Promise.all(
    names.map(async (name) => (await readText(join(folder, name, CLOSED_MARK))) !== null),
  );
  return names.filter((_, i) => whole[i]);
}

/** Folders with a month's figures: its own, and those of the months restated with it. */
async function versionsIn(folder: string, month: Month): Promise<[Month, string][]> {
  const restated = await monthsIn(join(folder, 'restated'));
  return [
    [month, folder],
    ...restated.map((name): [Month, string] => [name, join(folder, 'restated', name)]),
  ];
}

async function readMonth(
  folder: string,
  month: Month,
  indicators: readonly Indicator[],
): Promise<ClosedMonth> {
  const values = await needText(join(folder, 'values.csv'));
  const inputs = await needText(join(folder, 'inputs.csv'));
  try {
    const past = readPublished(month, values, indicators);
    return { ...past, inputs: parse(inputs, { columns: true, bom: true }) as ClosedInput[] };
  } catch (error) {
    throw new EnvironmentError('history-bad', { path: folder, detail: (error as Error).message });
  }
}

async function needText(path: string): Promise<string> {
  const text = await readText(path);
  if (text === null) throw new EnvironmentError('history-bad', { path, detail: 'ENOENT' });
  return text;
}
