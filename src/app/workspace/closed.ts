import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { byCodePoint } from '../../core/order.js';
import type { Month } from '../../core/period.js';
import { readPublished } from '../../history/published.js';
import type { PastMonth } from '../../history/types.js';
import type { Indicator } from '../../indicators/types.js';
import { CLOSED_GUIDE } from '../../reports/closed-guide.js';
import { heldBy } from '../figures/sent-again.js';
import { statedIn } from '../figures/stated-totals.js';
import { CLOSED_MARK } from '../inputs/result-mark.js';
import { closingPlace, refuseMisplaced } from './closed-mark.js';
import { readText, rowsIn, understood, withCommas } from './files.js';
import { type Checksums, changedFiles } from './intact.js';
import { type Reopening, reopenings } from './reopened.js';
import { monthsIn } from './workspace.js';

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
  /** When it was saved, ISO, UTC; absent in older versions. */
  readonly saved_at?: string;
  /** What figures came of it: `eid 1011; members 1011 1012`; absent in older versions. */
  readonly counted?: string;
  /** Units whose running totals it states: `households_assisted_total 1011`; absent in older versions. */
  readonly stated?: string;
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
  /** The place of its own closing among all closings and reopenings. */
  readonly closedAt: string;
  /** That of the one which last held it against the months before it: its own or a later month's. */
  readonly checkedAt: string;
  /** Months before it that were corrected since, and that it could not be made anew for. */
  readonly lacks: readonly Month[];
  /** Months before it that it was held against, and that are reopened: its totals still have them. */
  readonly reopenedSince: readonly Month[];
  /** Months before it whose lists could not be read when it was last held against them. */
  readonly unheld: readonly Month[];
  /** Its files that are not what was closed: `closed/2024-09/values.csv`. */
  readonly changedFiles: readonly string[];
}

/** What a closed month could not be made anew for, its submissions being gone. */
export interface Unmade {
  /** Earlier months that were corrected after it was closed. */
  readonly corrected: readonly Month[];
  /** Earlier months that were closed after it was. */
  readonly closedSince: readonly Month[];
  /** Earlier months that its totals have, and that are reopened; absent in marks of older versions. */
  readonly reopened?: readonly Month[];
}

/** What else lies in the folder of closed months. */
const BESIDE_MONTHS = new Set(['journal.csv', 'reopened', CLOSED_GUIDE]);

/**
 * The closed months of a folder, the earliest first, each as it was published last: as it was
 * closed, or as it was restated since when a later month was.
 * @throws EnvironmentError `history-bad`, `closed-misplaced`
 */
export async function readClosed(
  folder: string,
  indicators: readonly Indicator[],
): Promise<readonly ClosedMonth[]> {
  const months = await closedMonths(folder);
  const closings: Closing[] = [];
  // One after the other: of several that are refused the first is named, each time.
  for (const month of months) closings.push(await closingOf(folder, month));
  const reopened = await reopenings(folder);
  const open = reopened.filter(({ month }) => !months.includes(month));
  return Promise.all(
    closings.map(async (one, i) => {
      const closed = await publishedLast(
        folder,
        one,
        { later: closings.slice(i), reopened },
        indicators,
      );
      return { ...closed, reopenedSince: reopenedSince(open, closed) };
    }),
  );
}

/** One that was closed only after the month was held against the others was in none of its totals. */
function reopenedSince(
  open: readonly Reopening[],
  { month, checkedAt }: Pick<ClosedMonth, 'month' | 'checkedAt'>,
): readonly Month[] {
  const wasClosed = ({ closing, place }: Reopening) => closing <= checkedAt && place > checkedAt;
  const since = open.filter((one) => one.month < month && wasClosed(one));
  return [...new Set(since.map((one) => one.month))].sort();
}

/** The closing of a month: when that was, and what it says of its own month and earlier ones. */
interface Closing {
  readonly month: Month;
  /** Its place among all closings and reopenings. */
  readonly at: string;
  /** The months that it publishes figures of. */
  readonly publishes: readonly Month[];
  readonly unmade: Readonly<Record<Month, Unmade>>;
  /** Months before it whose lists could not be read. */
  readonly unheld: readonly Month[];
  readonly sums: Checksums;
}

/** @param later the closings of the month and of those after it */
async function publishedLast(
  folder: string,
  { month, at }: Closing,
  { later, reopened }: { later: readonly Closing[]; reopened: readonly Reopening[] },
  indicators: readonly Indicator[],
): Promise<Omit<ClosedMonth, 'reopenedSince'>> {
  const since = later.filter((one) => one.at >= at).sort(byLast);
  const last = since.find((one) => one.publishes.includes(month))!;
  const standing = since.filter((one) => !isOfFiguresTakenBack(one, month, last, reopened));
  const checked = standing.find((one) => isHeldAgainst(one.unmade[month]))!;
  const restated = `restated/${month}/`;
  const isOwn = last.month === month;
  const own = since.find((one) => one.month === month)!;
  return {
    ...(await readMonth(join(folder, last.month, isOwn ? '' : restated), month, indicators)),
    closedAt: at,
    checkedAt: checked.at,
    lacks: standing[0]!.unmade[month]?.corrected ?? [],
    unheld: standing[0]!.unheld.filter((one) => one < month),
    changedFiles: [
      ...(await changedFiles(folder, month, own.sums, (name) => !name.startsWith('restated/'))),
      ...(isOwn
        ? []
        : await changedFiles(folder, last.month, last.sums, (name) => name.startsWith(restated))),
    ],
  };
}

/**
 * True of a closing that found a month as a closing since reopened had published it, later than the
 * publication that is the last now: it says nothing of these older figures.
 */
function isOfFiguresTakenBack(
  { at }: Closing,
  month: Month,
  last: Closing,
  reopened: readonly Reopening[],
): boolean {
  return reopened.some(
    ({ restated, closing, place }) =>
      restated.includes(month) && closing > last.at && closing < at && at < place,
  );
}

/** True where a month was made anew for all that was closed or reopened before it. */
function isHeldAgainst(unmade: Unmade | undefined): boolean {
  return unmade === undefined || unmade.closedSince.length + (unmade.reopened ?? []).length === 0;
}

/** The last closing first; of one place, that of the later month. */
function byLast(a: Closing, b: Closing): number {
  return byCodePoint(b.at, a.at) || byCodePoint(b.month, a.month);
}

async function closingOf(folder: string, month: Month): Promise<Closing> {
  const path = join(folder, month, CLOSED_MARK);
  const mark = await needText(path);
  refuseMisplaced(join(folder, month), mark);
  const publishes = [month, ...(await monthsIn(join(folder, month, 'restated')))];
  return understood(path, () => {
    const { unmade = {}, unheld = [], sha256 = {} } = JSON.parse(mark);
    return { month, at: closingPlace(mark), publishes, unmade, unheld, sums: sha256 };
  });
}

/**
 * True for a folder of closed months, though it may have none yet: a path that is none would
 * leave figures without what came before them.
 */
export async function mayHoldClosed(folder: string): Promise<boolean> {
  const names: string[] | null = await readdir(folder).catch(() => null);
  if (names === null) return false;
  if (names.every((name) => name.startsWith('.') || BESIDE_MONTHS.has(name))) return true;
  return (await closedMonths(folder)).length > 0;
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
  const at = (name: string) => join(folder, name);
  const values = await needText(at('values.csv'));
  const published = understood(at('values.csv'), () =>
    readPublished(month, withCommas(values), indicators),
  );
  const inputs = await tableIn<ClosedInput>(at('inputs.csv'), ['file', 'sha256', 'lists']);
  const hasDecisions = (await readText(at('decisions.csv'))) !== null;
  const decisions = hasDecisions
    ? await tableIn<ClosedDecision>(at('decisions.csv'), ['file', 'kind'])
    : null;
  const held = { stated: statedIn(inputs), heldBy: heldBy(month, inputs) };
  return { ...published, ...held, inputs, decisions };
}

async function tableIn<T>(path: string, needed: readonly (keyof T & string)[]): Promise<T[]> {
  return rowsIn(path, await needText(path), needed, true);
}

async function needText(path: string): Promise<string> {
  const text = await readText(path);
  if (text === null) throw new EnvironmentError('history-bad', { path, detail: 'ENOENT' });
  return text;
}
