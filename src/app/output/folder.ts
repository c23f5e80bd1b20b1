import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../../core/error-code.js';
import { EnvironmentError } from '../../core/errors.js';
import { exists } from '../system/exists.js';
import { makeFolder } from '../system/make-folder.js';
import { renameOnceFree } from '../system/rename.js';
import { discard, sidePath } from './swap.js';
import { asOutputError, checkTarget, type TargetOptions } from './target.js';

/** How a folder takes the place of the one that is there. */
export interface ReplaceOptions extends TargetOptions {
  /** Stops before the swap; once begun, the swap is finished. */
  readonly signal?: AbortSignal;
}

/**
 * Writes a folder whole or not at all. `writer` fills a new folder beside the target; then
 * the old one is renamed aside, the new one takes its place, and the old one is removed.
 * Stopped at any moment, the old or the new lies at `target` whole, or aside, from where the
 * next run brings it back.
 *
 * A result of ccds and an empty folder are replaced; anything else only with `force`.
 * @throws EnvironmentError `output-busy`, `output-unwritable`, `output-foreign`,
 *   `output-holds`, `interrupted`; what `writer` throws. The old folder is then untouched.
 */
export async function replaceFolder(
  target: string,
  writer: (folder: string) => Promise<void>,
  options: ReplaceOptions,
): Promise<void> {
  const real = await checkTarget(target, options);
  const fresh = sidePath('new', real);
  try {
    await makeFolder(dirname(real));
    await mkdir(fresh);
    await writer(fresh);
    await flush(fresh);
    if (options.signal?.aborted) throw new EnvironmentError('interrupted');
    await swap(real, fresh);
  } catch (error) {
    await discard(fresh);
    throw asOutputError(error, target);
  }
}

/** Another run may put its own result there in between; then that one is moved aside too. */
async function swap(real: string, fresh: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const old = sidePath('old', real);
    const had = await moveAside(real, old);
    try {
      await renameOnceFree(fresh, real);
      await discard(old);
      return;
    } catch (error) {
      if (had && !(await exists(real))) await renameOnceFree(old, real);
      else await discard(old);
      if (attempt === 5 || !isTaken(error)) throw error;
    }
  }
}

function isTaken(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOTEMPTY' || code === 'EEXIST';
}

/**
 * The first and only step that can fail over a workbook open in Excel: nothing has changed then.
 * @returns whether there was anything to move
 */
async function moveAside(real: string, old: string): Promise<boolean> {
  try {
    await renameOnceFree(real, old);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw asOutputError(error, real, true);
  }
}

/** Has the operating system put the files on the disk, so that a power cut leaves no blanks. */
async function flush(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? flush(path) : sync(path);
    }),
  );
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
