import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { expectShortRun } from './engine.js';
import { JoinedParts } from './joined-parts.js';

/** How the program that was joined begins: each of its entries is opened through `load`. */

// What was compiled beforehand holds for an engine with the same settings: they come first.
// Other threads have them from this one.
if (isMainThread) expectShortRun();

const parts = new JoinedParts(dirname(fileURLToPath(import.meta.url)));

/** What a part of the program exports, by its file's name. */
export function load(name: string): Record<string, unknown> {
  return parts.load(name);
}

/** Keeps what has been compiled by now, for the next time (`scripts/compile-ahead.mjs`). */
export function keepCompiled(): void {
  parts.keepCompiled();
}

/** Whether a part that was loaded began with what was compiled beforehand. */
export function beganCompiled(name: string): boolean {
  return parts.beganCompiled(name);
}
