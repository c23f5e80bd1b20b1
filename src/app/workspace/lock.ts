import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
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
}

/** After this long, another machine's lock is taken for one that was left behind. */
const STALE_MS = 24 * 3_600_000;

/**
 * Does work that changes a workspace while nobody else does. A lock that was left behind by
 * a run that was killed is taken over; a live one is respected.
 * @throws EnvironmentError `workspace-busy`; `workspace-unwritable`; what `work` throws
 */
export async function locked<T>(workspace: Workspace, work: () => Promise<T>): Promise<T> {
  const path = join(workspace.own, 'lock');
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), since: now() });
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
 * written there (a disk that is full, or can only be read), it looks without noting.
 * @param work told whether it can note
 * @throws EnvironmentError `workspace-busy`; what `work` throws
 */
export async function lockedToLook<T>(
  workspace: Workspace,
  work: (canNote: boolean) => Promise<T>,
): Promise<T> {
  try {
    return await locked(workspace, () => work(true));
  } catch (error) {
    if (!(error instanceof EnvironmentError) || !UNNOTED.has(error.code)) throw error;
    return work(false);
  }
}

function now(): string {
  return new Date().toISOString();
}

async function take(path: string, mine: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    if (await create(path, mine)) return;
    const text = await textOf(path);
    if (text === null) continue;
    if (attempt > 3 || !isLeft(text)) throw busy(path, text);
    await clear(path, text);
  }
}

/** @returns false where there is a lock already */
async function create(path: string, mine: string): Promise<boolean> {
  const aside = `${path}-${randomBytes(4).toString('hex')}`;
  try {
    const file = await open(aside, 'wx');
    await file.writeFile(mine).finally(() => file.close());
    // A link appears with its whole text, or not at all.
    await link(aside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw asWorkspaceError(error, path);
  } finally {
    await rm(aside, { force: true }).catch(() => {});
  }
}

/** Removes a lock that was left behind, unless another run has just taken its place. */
async function clear(path: string, text: string): Promise<void> {
  const aside = `${path}-${randomBytes(4).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await textOf(aside)) !== text) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

async function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

function holderOf(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
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
