import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { EnvironmentError } from '../core/errors.js';
import { byCodePoint } from '../core/order.js';
import type { Month } from '../core/period.js';
import { readPublished } from '../history/published.js';
import type { PastMonth } from '../history/types.js';
import type { Indicator } from '../indicators/types.js';
import { monthsIn } from './workspace.js';
import { readText, understood } from './workspace-files.js';

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

/** A decision that held of a closed month's submissions. */
export interface ClosedDecision {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly kind: string;
  /** Blank but for a short count. */
  readonly value: string;
}

/** A closed month, as it was published last, with what it was made of. */
export interface ClosedMonth extends PastMonth {
  readonly inputs: readonly ClosedInput[];
  /** The decisions that it was made with; null where that was not kept. */
  readonly decisions: readonly ClosedDecision[] | null;
  /** When it was closed itself, ISO, UTC. */
  readonly closedAt: string;
  /** When it was last held against the months before it: at its own closing or a later one's. */
  readonly checkedAt: string;
}

/** What marks a folder as a closed month's; written with the rest, whole or not at all. */
export const CLOSED_MARK = 'closed.json';

/**
 * The closed months of a folder, the earliest first, each as it was published last: as it was
 * closed, or as it was restated since when a later month was.
 * @throws EnvironmentError `history-bad`
 */
export async function readClosed(
  folder: string,
  indicators: readonly Indicator[],
): Promise<readonly ClosedMonth[]> {
  const months = await closedMonths(folder);
  const closings = await Promise.all(months.map((month) => closingOf(folder, month)));
  return Promise.all(
    closings.map(async ({ month, at }, i) => {
      const since = closings.slice(i).filter((later) => later.at >= at);
      const [last] = since.filter((one) => one.publishes.includes(month)).sort(byLast);
      const from = last!.month === month ? [month] : [last!.month, 'restated', month];
      const past = await readMonth(join(folder, ...from), month, indicators);
      return { ...past, closedAt: at, checkedAt: since.sort(byLast)[0]!.at };
    }),
  );
}

/** The closing of a month: when that was, and the months that it publishes figures of. */
interface Closing {
  readonly month: Month;
  readonly at: string;
  readonly publishes: readonly Month[];
}

/** The last closing first; of one moment, that of the later month. */
function byLast(a: Closing, b: Closing): number {
  return byCodePoint(b.at, a.at) || byCodePoint(b.month, a.month);
}

async function closingOf(folder: string, month: Month): Promise<Closing> {
  const path = join(folder, month, CLOSED_MARK);
  const mark = await needText(path);
  const at = understood(path, () => closedAt(mark));
  return { month, at, publishes: [month, ...(await monthsIn(join(folder, month, 'restated')))] };
}

/** When a month was closed, as its mark says. @throws Error where that is damaged */
export function closedAt(mark: string): string {
  return String(JSON.parse(mark).closed_at ?? '');
}

/** Months that are closed, the earliest first. */
export async function closedMonths(folder: string): Promise<readonly Month[]> {
  const names = await monthsIn(folder);
  const whole = await Promise.all(
    names.map(async (name) => (await readText(join(folder, name, CLOSED_MARK))) !== null),
  );
  return names.filter((_, i) => whole[i]);
}

async function readMonth(
  folder: string,
  month: Month,
  indicators: readonly Indicator[],
): Promise<Pick<ClosedMonth, keyof PastMonth | 'inputs' | 'decisions'>> {
  const values = await needText(join(folder, 'values.csv'));
  const inputs = await needText(join(folder, 'inputs.csv'));
  const decisions = await readText(join(folder, 'decisions.csv'));
  const rows = <T>(text: string) => parse(text, { columns: true, bom: true }) as T[];
  return understood(folder, () => ({
    ...readPublished(month, values, indicators),
    inputs: rows<ClosedInput>(inputs),
    decisions: decisions === null ? null : rows<ClosedDecision>(decisions),
  }));
}

async function needText(path: string): Promise<string> {
  const text = await readText(path);
  if (text === null) throw new EnvironmentError('history-bad', { path, detail: 'ENOENT' });
  return text;
}
