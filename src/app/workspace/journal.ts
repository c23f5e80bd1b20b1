import { readdir, rm, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { isMonth, type Month } from '../../core/period.js';
import { csv } from '../../reports/data/csv.js';
import { JOURNAL } from '../inputs/own-output.js';
import { CLOSED_MARK } from '../inputs/result-mark.js';
import { closedMonths } from './closed.js';
import { closedAt, closingPlace, numberOf } from './closed-mark.js';
import { readTable, readText, writeWhole } from './files.js';
import { reopenings, unmark } from './reopened.js';
import type { Workspace } from './workspace.js';

/** One line of the journal of what was closed and reopened. */
export interface Entry {
  /** ISO, UTC. */
  readonly at: string;
  readonly action: 'close' | 'reopen';
  readonly month: Month;
  readonly reason: string;
  /** Its number among all closings and reopenings; none of older versions. */
  readonly order?: number;
  /** Who did it; whoever runs ccds without it. */
  readonly by?: string;
}

/** What a run leaves beside a file until it is whole, and the lock until it is taken. */
const LEFTOVER = /\.\d+-[0-9a-f]{8}\.new$|^lock-[0-9a-f]{8}$/;
/** A leftover of this age is no other run's any more. */
const OLD_MS = 3_600_000;

const journalIn = (closed: string) => join(closed, 'journal.csv');

/**
 * Adds a line to the journal of what was closed and reopened, by whom and why. What another
 * program made of the lines before is made good, and what somebody added to them stays.
 * @throws EnvironmentError `workspace-unwritable`, `history-bad`
 */
export async function noteInJournal(workspace: Workspace, entry: Entry): Promise<void> {
  const { at, action, month, reason, by = whoRuns() } = entry;
  const lines = [...(await linesIn(workspace.closed)), { at, action, month, reason, by }];
  const columns = [...new Set([...JOURNAL, ...lines.flatMap((line) => Object.keys(line))])];
  const cells = lines.map((line: Line) => columns.map((column) => line[column] ?? ''));
  await writeWhole(journalIn(workspace.closed), csv(columns, cells));
}

/** Who runs ccds; blank where the system does not say. */
export function whoRuns(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/**
 * Puts right what a run that was killed left: a month that is closed, or was set aside, gets the
 * line that the journal lacks, and files that were being written are removed. A journal that can't
 * be read stays as it is: it stops what writes in it, and nothing else.
 * @throws EnvironmentError `workspace-unwritable`
 */
export async function repair(workspace: Workspace): Promise<void> {
  if (await canBeRead(workspace)) {
    await noteReopened(workspace);
    await noteClosed(workspace);
  }
  for (const folder of [workspace.closed, workspace.own]) await sweep(folder);
}

/** A line of the journal, by column. */
export type Line = Readonly<Record<string, string | undefined>>;

/**
 * The journal's lines; none where there is no journal.
 * @param closed folder of closed months
 * @throws EnvironmentError `history-bad`
 */
export function linesIn(closed: string): Promise<readonly Line[]> {
  return readTable<Line>(journalIn(closed), ['at', 'action', 'month']);
}

async function canBeRead({ closed }: Workspace): Promise<boolean> {
  try {
    await linesIn(closed);
    return true;
  } catch (error) {
    if (error instanceof EnvironmentError && error.code === 'history-bad') return false;
    throw error;
  }
}

/** True where a line tells of it: by its time alone where Excel made a date of the month. */
export function isNoted(
  lines: readonly Line[],
  { at, action, month }: Omit<Entry, 'reason'>,
): boolean {
  return lines.some(
    (line) =>
      line.action === action &&
      line.at === at &&
      (line.month === month || !isMonth(line.month ?? '')),
  );
}

async function noteReopened(workspace: Workspace): Promise<void> {
  const entries = await reopenings(workspace.closed);
  if (entries.length === 0) return;
  const lines = await linesIn(workspace.closed);
  for (const entry of entries.filter((one) => !isNoted(lines, one)))
    await noteInJournal(workspace, entry);
}

async function noteClosed(workspace: Workspace): Promise<void> {
  const months = await closedMonths(workspace.closed);
  if (months.length === 0) return;
  const lines = await linesIn(workspace.closed);
  const last = new Map(lines.map(({ month, action }) => [month, action]));
  for (const month of months) await unmark(join(workspace.closed, month));
  for (const month of months.filter((one) => last.get(one) !== 'close')) {
    const at = await closingTime(workspace, month);
    const entry = { at, action: 'close' as const, month, reason: '', by: '' };
    if (!isNoted(lines, entry)) await noteInJournal(workspace, entry);
  }
}

/** Blank where the month's mark is damaged: whoever reads its figures is told. */
function closingTime(workspace: Workspace, month: Month): Promise<string> {
  return ofMark(workspace, month, closedAt, '');
}

async function ofMark<T>(
  { closed }: Workspace,
  month: Month,
  read: (mark: string) => T,
  damaged: T,
): Promise<T> {
  const mark = (await readText(join(closed, month, CLOSED_MARK))) ?? '{}';
  try {
    return read(mark);
  } catch {
    return damaged;
  }
}

/** The number of the next closing or reopening. */
export async function nextOrder(workspace: Workspace): Promise<number> {
  const months = await closedMonths(workspace.closed);
  const closings = months.map((month) => ofMark(workspace, month, closingPlace, '0 '));
  const reopened = (await reopenings(workspace.closed)).map(({ place }) => place);
  return 1 + Math.max(0, ...[...(await Promise.all(closings)), ...reopened].map(numberOf));
}

async function sweep(folder: string): Promise<void> {
  const names: string[] = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => LEFTOVER.test(one))) {
    const path = join(folder, name);
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > OLD_MS) await rm(path, { force: true }).catch(() => {});
  }
}
