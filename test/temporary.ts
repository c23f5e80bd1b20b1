import { mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../src/app/system/alive.js';

/** Linux keeps in memory what lies here. */
const IN_MEMORY = '/dev/shm';
/** Bytes; the tests hold a tenth of it at once. */
const ENOUGH = 2 ** 30;
const NAME = 'ccds-test-';

/**
 * The folder for what tests write, where memory has room for it: they write and remove tens of
 * thousands of small files, for which a disk takes longer than the tests do.
 */
export const TEMPORARY = hasRoom() ? join(IN_MEMORY, `${NAME}${process.pid}`) : tmpdir();

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= ENOUGH;
  } catch {
    return false;
  }
}

/** Makes the folder, and removes it in the end; and those of runs that were killed. */
export default function setup(): (() => void) | undefined {
  if (TEMPORARY === tmpdir()) return undefined;
  for (const name of readdirSync(IN_MEMORY))
    if (name.startsWith(NAME) && !isAlive(Number(name.slice(NAME.length)))) remove(name);
  mkdirSync(TEMPORARY, { recursive: true });
  return () => remove(`${NAME}${process.pid}`);
}

function remove(name: string): void {
  rmSync(join(IN_MEMORY, name), { recursive: true, force: true });
}
