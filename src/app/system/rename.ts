import { rename } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isHeld, isOfSystem } from './error.js';

/** Waits between attempts, three quarters of a second together. */
const WAITS = [50, 100, 150, 200, 250];

/**
 * Renames a file or a folder. On Windows a virus scanner holds what is new for a moment, and what
 * is held can't be renamed: it is tried again, a few times.
 * @throws what the system says in the end
 */
export async function renameOnceFree(from: string, to: string): Promise<void> {
  for (const wait of WAITS) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!isOfSystem(error) || !isHeld(error.code, true)) throw error;
    }
    await sleep(wait);
  }
  await rename(from, to);
}
