import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../system/alive.js';
import { exists } from '../system/exists.js';
import { renameOnceFree } from '../system/rename.js';

/**
 * The folders that lie beside a target for a moment:
 * `.ccds-new-PID-HOST-RANDOM-NAME` is being written and will become NAME;
 * `.ccds-old-PID-HOST-RANDOM-NAME` was NAME until its successor came, and is whole;
 * `.ccds-del-PID-HOST-RANDOM-NAME` is being removed.
 */
export type SideKind = 'new' | 'old' | 'del';

/**
 * A folder beside a target, that a run left or is at work in: of which kind, and whose.
 */
export interface SideFolder {
  readonly kind: SideKind;
  readonly pid: number;
  readonly host: string;
  /** Base name of the target. */
  readonly target: string;
  readonly path: string;
}

const SIDE = /^\.ccds-(new|old|del)-(\d+)-([0-9a-f]{8})-[0-9a-f]{8}-(.+)$/su;

/** Process ids mean something on their own machine only; a share may be used by several. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Of this process and still in use: a container's process has the same id every time. */
const mine = new Set<string>();

/** After this long, a leftover is nobody's any more: another machine's, or a reused id's. */
const STALE_MS = 24 * 3_600_000;

/** A path beside `target`, on the same file system, that recovery recognises. */
export function sidePath(kind: SideKind, target: string): string {
  const random = randomBytes(4).toString('hex');
  const name = `.ccds-${kind}-${process.pid}-${HOST}-${random}-${basename(target)}`;
  const path = join(dirname(target), name);
  mine.add(path);
  return path;
}

/**
 * Removes a side folder. It is renamed first: a half-removed old result must never be taken
 * for a whole one. What can't be removed now, the next run removes.
 */
export async function discard(path: string): Promise<void> {
  const going = path.replace(/\.ccds-(new|old)-(?!.*[\\/])/, '.ccds-del-');
  const renamed = await renameOnceFree(path, going).then(
    () => true,
    () => false,
  );
  const options = { recursive: true, force: true, maxRetries: 3 };
  if (renamed || going === path) await rm(going, options).catch(() => {});
  mine.delete(path);
}

/**
 * Puts right what a stopped run left in `parent`: an old result whose place is empty goes
 * back there; whatever else nobody uses any more is removed. Never touches a live run's.
 */
export async function recover(parent: string): Promise<void> {
  const sides = await sideFolders(parent);
  for (const side of sides.filter((s) => s.kind === 'old')) await restore(parent, side);
  for (const side of await sideFolders(parent)) {
    if (!(await inUse(side))) await discard(side.path);
  }
}

async function sideFolders(parent: string): Promise<SideFolder[]> {
  const names = await readdir(parent).catch(() => []);
  return names.flatMap((name) => {
    const match = SIDE.exec(name);
    if (!match) return [];
    const [, kind, pid, host, target] = match;
    return [
      {
        kind: kind as SideKind,
        pid: Number(pid),
        host: host!,
        target: target!,
        path: join(parent, name),
      },
    ];
  });
}

/** A live run is between its two renames for an instant only: wait, then act all the same. */
async function restore(parent: string, side: SideFolder): Promise<void> {
  const place = join(parent, side.target);
  for (let wait = 0; wait < 10; wait++) {
    if (await exists(place)) return;
    if (!(await inUse(side))) break;
    await sleep(100);
  }
  await renameOnceFree(side.path, place).catch(() => {});
}

async function inUse(side: SideFolder): Promise<boolean> {
  const info = await stat(side.path).catch(() => null);
  if (info === null || Date.now() - info.ctimeMs > STALE_MS) return false;
  if (side.host !== HOST) return true;
  return side.pid === process.pid ? mine.has(side.path) : isAlive(side.pid);
}
