import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../core/error-code.js';
import { EnvironmentError } from '../../core/errors.js';
import { isAlive } from '../system/alive.js';
import { makeFolder } from '../system/make-folder.js';
import { asWorkspaceError } from './files.js';
import { repair } from './journal.js';
import type { Workspace } from './workspace.js';

/** Who holds a workspace; the lock's own text. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** ISO, UTC. */
  readonly since: string;
  /** It changes no closed month: what there is can be looked at beside it. */
  readonly looks?: true;
}

/** Why a run did not note what it saw. */
export type NotNoted =
  | { readonly why: 'unwritable' }
  | { readonly why: 'busy'; readonly host: string; readonly since: string };

/** After this long, another machine's lock is taken for one that was left behind. */
const STALE_MS = 24 * 3_600_000;

/** A lock is there before its text is, for an instant; how long that is waited for. */
const TEXT_MS = 1000;
const LOOK_MS = 50;
const ATTEMPTS = 10;
/** Removing a left lock takes an instant; after this long, whoever was at it was killed. */
const TURN_MS = 10_000;

/**
 * Does work that changes a workspace while nobody else does. A lock that was left behind by
 * a run that was killed is taken over; a live one is respected.
 * @throws EnvironmentError `workspace-busy`; `workspace-unwritable`; what `work` throws
 */
export async function locked<T>(workspace: Workspace, work: () => Promise<T>): Promise<T> {
  return holding(workspace, work, {});
}

async function holding<T>(
  workspace: Workspace,
  work: () => Promise<T>,
  kind: Pick<Holder, 'looks'>,
): Promise<T> {
  const path = lockOf(workspace);
  const holder: Holder = { pid: process.pid, host: hostname(), since: now(), ...kind };
  const mine = JSON.stringify(holder);
  await makeFolder(workspace.own).catch((error) => {
    throw asWorkspaceError(error, workspace.own);
  });
  await take(path, mine);
  try {
    await repair(workspace);
    return await work();
  } finally {
    if ((await textOf(path)) === mine) await rm(path, { force: true }).catch(() => {});
  }
}

/** Where nothing can be noted, one may still look. */
const UNNOTED: ReadonlySet<string> = new Set(['workspace-unwritable', 'workspace-unreadable']);

/**
 * The same for work that looks at a workspace and only notes what it saw: where nothing can be
 * written there (a disk that is full, or can only be read), it looks without noting. So it does
 * beside another run that only looks, where it writes nothing that the other might; while months
 * are closed or reopened nobody looks.
 * @param work told why it can't note, or null
 * @throws EnvironmentError `workspace-busy`; what `work` throws
 */
export async function lockedToLook<T>(
  workspace: Workspace,
  work: (notNoted: NotNoted | null) => Promise<T>,
  { besideOthers = false } = {},
): Promise<T> {
  try {
    return await holding(workspace, () => work(null), { looks: true });
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    if (UNNOTED.has(error.code)) return work({ why: 'unwritable' });
    const isBusy = error.code === 'workspace-busy' && besideOthers;
    const holder = isBusy ? await lookingIn(workspace) : null;
    if (holder === null) throw error;
    return work({ why: 'busy', host: holder.host, since: holder.since });
  }
}

/** Who holds a workspace only to look at it; null where its months may change. */
async function lookingIn(workspace: Workspace): Promise<Holder | null> {
  const text = await textOf(lockOf(workspace));
  const holder = text === null ? null : holderOf(text);
  return holder?.looks === true ? holder : null;
}

function lockOf({ own }: Workspace): string {
  return join(own, 'lock');
}

function now(): string {
  return new Date().toISOString();
}

async function take(path: string, mine: string): Promise<void> {
  let text: string | null = null;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (await create(path, mine)) return;
    text = await wholeText(path);
    if (text === null) continue;
    if (!isLeft(text)) break;
    await clear(path, text);
  }
  throw busy(path, text ?? '');
}

/**
 * By a file that must not be there yet: links, which would come with their whole text, are unknown
 * to the disks that are carried from office to office (exFAT, FAT).
 * @returns false where there is a lock already
 */
async function create(path: string, mine: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(mine).finally(() => file.close());
    } catch (error) {
      // A full disk has room for the name, and none for the text.
      await rm(path, { force: true }).catch(() => {});
      throw error;
    }
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw asWorkspaceError(error, path);
  }
  // A run that waited for the text in vain has taken the lock for left behind.
  return (await textOf(path)) === mine;
}

/**
 * Removes a lock that was left behind. One run at a time: another that had read the same lock
 * would remove the one that has just taken its place.
 */
async function clear(path: string, text: string): Promise<void> {
  const turn = `${path}-clearing`;
  if (!(await create(turn, text))) return waitForTurn(turn);
  try {
    if ((await textOf(path)) === text) await rm(path, { force: true });
  } finally {
    await rm(turn, { force: true }).catch(() => {});
  }
}

async function waitForTurn(turn: string): Promise<void> {
  const { mtimeMs } = await stat(turn).catch(() => ({ mtimeMs: Date.now() }));
  if (Date.now() - mtimeMs > TURN_MS) await rm(turn, { force: true }).catch(() => {});
  await sleep(LOOK_MS);
}

/** A lock's text once it is whole; what there is of it where nobody goes on writing. */
async function wholeText(path: string): Promise<string | null> {
  for (let waited = 0; ; waited += LOOK_MS) {
    const text = await textOf(path);
    if (text === null || holderOf(text) !== null || waited >= TEXT_MS) return text;
    await sleep(LOOK_MS);
  }
}

/** Null where there is none, or where it can't be read. */
async function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

/** Null of a text that is not whole, or was changed by hand. */
function holderOf(text: string): Holder | null {
  try {
    const { pid, host, since, looks } = JSON.parse(text) as Holder;
    const isWhole = typeof pid === 'number' && typeof host === 'string';
    if (!isWhole || Number.isNaN(Date.parse(since))) return null;
    return { pid, host, since, ...(looks === true && { looks }) };
  } catch {
    return null;
  }
}

function isLeft(text: string): boolean {
  const holder = holderOf(text);
  if (holder === null) return true;
  if (holder.host !== hostname()) return Date.now() - Date.parse(holder.since) > STALE_MS;
  return !isAlive(holder.pid);
}

function busy(path: string, text: string): EnvironmentError {
  const { host = '', since = '' } = holderOf(text) ?? {};
  return new EnvironmentError('workspace-busy', { path, host, since });
}
