import { resolve } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { lastDay, type Month, monthsOf } from '../../core/period.js';
import { review } from '../../history/review.js';
import { revisions } from '../../history/revision.js';
import type { Review, Revision } from '../../history/types.js';
import { type Before, NOTHING_BEFORE } from '../figures/before.js';
import { type Reading, type Run, readInputs, rollUp } from '../run.js';
import type { RunOptions } from '../types.js';
import { type ClosedMonth, mayHoldClosed, readClosed } from './closed.js';
import { asSavedThen, changedInputs } from './closed-inputs.js';
import { type EmptyMonth, emptyMonth } from './empty-month.js';
import { historyIn, historyOf } from './history.js';
import type { Known, OnRestated, RestatedMonth } from './known.js';
import { type FirstSeen, Ledger } from './ledger.js';
import type { LedgerDamage } from './ledger-file.js';
import { lostIn } from './lost.js';
import { unreadOf } from './months.js';
import { alteredOf, closedAfter } from './unmade.js';
import { strayIn, type Workspace } from './workspace.js';

/** A run, with what is known of the months before it. */
export interface RunInTime extends Run {
  readonly reading: Reading;
  readonly before: Before;
  /** Figures of closed months that are now others, the run's own month included. */
  readonly revisions: readonly Revision[];
  readonly restated: readonly RestatedMonth[];
  readonly unmade: Known['unmade'];
  /** Earlier months with lists that could not be read, and be held against. */
  readonly unheld: readonly Month[];
  readonly firstSeen: FirstSeen;
  /** Lines of the ledger that can't be read: nothing was noted in it. */
  readonly ledgerDamage: LedgerDamage | null;
  /** What lies in the workspace's submissions beside the months' folders. */
  readonly stray: readonly string[];
  /** Of a month of the workspace's of which nothing was read: where it looked, and where it might have. */
  readonly empty: EmptyMonth | null;
  /** Months of the workspace that are closed; null where the run is of none. */
  readonly closed: readonly Month[] | null;
}

/**
 * Reads the inputs and rolls them up, with the closed months of the workspace (or of the
 * folder asked for) beside them. In a workspace the ledger is kept, where it can be written: of the
 * run's own files, and of those of closed months that are made anew for it.
 * @param places `exclude`: the run's own output folder; `canNote`: whether the workspace can be written
 * @throws EnvironmentError
 */
export async function runInTime(
  options: RunOptions,
  workspace: Workspace | null,
  { exclude, canNote = true }: { readonly exclude?: string; readonly canNote?: boolean } = {},
): Promise<RunInTime> {
  const read = await readInputs(options, exclude);
  const ledger = workspace === null ? null : await Ledger.open(workspace);
  const now = options.now ?? new Date();
  const received = ledger?.received(read.reports, read.files, read.config, now) ?? read.reports;
  const closed = await closedIn(workspace, read);
  const reading = withClosedTimes({ ...read, reports: received }, closed);
  const known = await knownBefore(workspace, closed, reading, options, (again, { summary }) => {
    ledger?.received(again.reports, again.files, again.config, now);
    ledger?.note(summary, again.files);
  });
  const altered = [...known.before.altered, ...ownAltered(closed, reading)];
  const ownUnread = ownUnreadOf(closed, reading);
  const unread = [...known.before.unread, ...ownUnread];
  const run = rollUp(reading, options, { ...known.before, altered, unread });
  ledger?.note(run.summary, run.files);
  if (canNote) await ledger?.write();
  const own = ownUnread.length > 0 ? [] : ownRevisions(closed, reading, run, known);
  const found = [...known.revisions, ...own];
  return {
    ...run,
    reading,
    before: known.before,
    revisions: found,
    restated: known.restated,
    unmade: known.unmade,
    unheld: known.before.unread.flatMap(({ month, lists }) => (lists > 0 ? [month] : [])),
    ledgerDamage: ledger?.damage ?? null,
    firstSeen: ledger?.firstSeen(run.files) ?? asReceived,
    stray: workspace === null ? [] : await strayIn(workspace),
    closed: workspace === null ? null : closed.map(({ month }) => month),
    empty: workspace === null || hasRead(run) ? null : await emptyMonth(workspace, options.period),
  };
}

function hasRead({ summary }: Run): boolean {
  return summary.submissions.length > 0;
}

/** What was read, with files of closed months saved when they were at their closing. */
export function withClosedTimes(reading: Reading, closed: readonly ClosedMonth[]): Reading {
  const months = reading.wanted === null ? null : monthsOf(reading.wanted);
  const own = closed.filter(({ month }) => months?.includes(month) ?? true);
  const inputs = own.flatMap((one) => one.inputs);
  return { ...reading, reports: asSavedThen(reading.reports, inputs) };
}

const asReceived: FirstSeen = ({ receivedAt }) => receivedAt;

const UNKNOWN: Known = { before: NOTHING_BEFORE, revisions: [], restated: [], unmade: new Map() };

/** The closed months of a workspace; none without one. @throws EnvironmentError */
export async function closedIn(
  workspace: Workspace | null,
  { config }: Reading,
): Promise<readonly ClosedMonth[]> {
  return workspace === null ? [] : readClosed(workspace.closed, config.indicators);
}

/**
 * What is known of the months before, of a workspace or of `--history`.
 * @param closed the workspace's months
 * @param onRestated is told what was read of a closed month that is made anew
 * @throws EnvironmentError
 */
export async function knownBefore(
  workspace: Workspace | null,
  closed: readonly ClosedMonth[],
  reading: Reading,
  options: RunOptions,
  onRestated?: OnRestated,
): Promise<Known> {
  const { cwd, history } = options;
  if (history !== undefined) {
    const folder = resolve(cwd, history);
    if (!(await mayHoldClosed(folder)))
      throw new EnvironmentError('history-missing', { path: history });
    const known = historyIn(await readClosed(folder, reading.config.indicators), reading);
    return withLost(known, await lostIn(folder), reading);
  }
  if (workspace === null) return UNKNOWN;
  const known = await historyOf(workspace, closed, reading, options, onRestated);
  return withLost(known, await lostIn(workspace.closed), reading);
}

/** A month whose closed figures are gone, a run's own or an earlier one, is not one that was never closed. */
function withLost(known: Known, lost: readonly Month[], { wanted }: Reading): Known {
  const last = wanted === null ? undefined : monthsOf(wanted).at(-1);
  const told = lost.filter((month) => last !== undefined && month <= last);
  if (told.length === 0) return known;
  const open = known.before.open.filter((month) => !told.includes(month));
  return { ...known, before: { ...known.before, open, lost: told } };
}

/** What a run's figures look like beside the earlier ones: it takes a while, and not all need it. */
export function reviewOf({ summary, reading, before }: RunInTime): Review {
  const { calendar, cutoff, cumulative: base } = reading.config;
  const lastDayOf = (month: Month) => lastDay(month, calendar, cutoff);
  const { registry } = reading.registry;
  return review(summary, before.history, { registry, lastDayOf, base });
}

/** A closed month that is rolled up again: its files that are not what they were. */
function ownAltered(
  months: readonly ClosedMonth[],
  { wanted, reports }: Reading,
): Before['altered'] {
  const own = months.find(({ month }) => month === wanted);
  if (own === undefined) return [];
  return alteredOf(
    own,
    reports.map(({ file, sha256 }) => [file, sha256] as const),
  );
}

/** A closed month that is rolled up again: its files that can't be read now, and are not withdrawn. */
function ownUnreadOf(
  months: readonly ClosedMonth[],
  { wanted, reports }: Reading,
): Before['unread'] {
  const own = months.find(({ month }) => month === wanted);
  const files = own === undefined ? [] : unreadOf(own, reports);
  return files.length === 0 ? [] : [{ month: own!.month, files, lists: 0 }];
}

/**
 * A closed month that is rolled up again: what was published, and what it is now. Both on its own
 * map: on another one (`--as-of`) a code may be another unit's, and others have its figures.
 */
function ownRevisions(
  months: readonly ClosedMonth[],
  reading: Reading,
  run: Run,
  { restated, before }: Known,
): Revision[] {
  const published = months.find(({ month }) => month === run.summary.period);
  if (published === undefined) return [];
  const { summary } = reading.asOf === null ? run : rollUp({ ...reading, asOf: null }, {}, before);
  const { month } = published;
  const earlier = {
    closedSince: closedAfter(
      months.filter((one) => one.month < month),
      published,
    ),
    reopened: published.reopenedSince,
    changedBefore: [...published.lacks, ...published.unheld, ...restated.map((one) => one.month)],
  };
  return revisions(month, published.published, summary, changedInputs(published, reading, earlier));
}
