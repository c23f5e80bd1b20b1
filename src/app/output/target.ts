import type { Stats } from 'node:fs';
import { access, constants, readdir, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { codeOf } from '../../core/error-code.js';
import { EnvironmentError } from '../../core/errors.js';
import { isOwnResult } from '../inputs/result-mark.js';
import { leftOutByName } from '../inputs/triage.js';
import { isHeld } from '../system/error.js';
import { recover } from './swap.js';

/** Which folders may be replaced. */
export interface TargetOptions {
  /** Replace a folder that is not ccds's own. */
  readonly force: boolean;
  /** Must survive: the inputs, the registry, the config, the current folder. */
  readonly protect?: readonly string[];
  /** Tells a result that may be replaced; the mark in its data package by default. */
  readonly isOwn?: (folder: string) => Promise<boolean>;
}

/**
 * Looks before the work begins whether the results can go there, and puts right what a
 * stopped run left. Writes nothing else.
 * @returns the folder's real path: a link to a folder stays a link
 * @throws EnvironmentError `output-foreign`, `output-holds`, `output-unwritable`
 */
export async function checkTarget(target: string, options: TargetOptions): Promise<string> {
  const real = await realTarget(target);
  await refuseHolding(target, real, options.protect ?? []);
  await recover(dirname(real));
  await refuseForeign(target, real, options);
  await refuseUnwritable(target, dirname(real));
  return real;
}

/** Follows links as far as the path exists; the rest is taken as it is. */
async function realTarget(target: string): Promise<string> {
  const path = resolve(target);
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await realTarget(parent), basename(path));
  }
}

/** A result replaces its folder whole: nothing of the user's may lie in it. */
async function refuseHolding(
  target: string,
  real: string,
  protect: readonly string[],
): Promise<void> {
  for (const path of [...protect, ...home()]) {
    const held = await realpath(path).catch(() => null);
    if (held !== null && contains(real, held)) {
      throw new EnvironmentError('output-holds', { path: target, holds: path });
    }
  }
}

/** None for a user whom the system does not know, as of a container. */
function home(): string[] {
  try {
    return [homedir()];
  } catch {
    return [];
  }
}

function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way);
}

/** What another run moves away while this one looks is looked at anew, in what took its place. */
async function refuseForeign(target: string, real: string, options: TargetOptions): Promise<void> {
  const info = await stat(real).catch(() => null);
  if (info === null) return;
  if (!info.isDirectory()) throw unwritable(target, 'ENOTDIR');
  if (options.force || (await isEmpty(target, real))) return;
  const isOwn = options.isOwn ?? isOwnResult;
  if (await isOwn(real)) return;
  const now = await stat(real).catch(() => null);
  if (now?.ino === info.ino) throw new EnvironmentError('output-foreign', { path: target });
  await refuseForeign(target, real, options);
}

/** Nothing but what the operating system strews about; or gone by now. */
async function isEmpty(target: string, folder: string): Promise<boolean> {
  try {
    const names = await readdir(folder);
    return names.every((name) => leftOutByName(name) === 'system-file');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw asOutputError(error, target);
  }
}

/** The nearest folder that exists is where the first one will be made. */
async function refuseUnwritable(target: string, parent: string): Promise<void> {
  const info: Stats | null = await stat(parent).catch((error) => {
    if (error.code !== 'ENOENT') throw asOutputError(error, target);
    return null;
  });
  if (info === null) return refuseUnwritable(target, dirname(parent));
  if (!info.isDirectory()) throw unwritable(target, 'ENOTDIR');
  await access(parent, constants.W_OK).catch((error) => {
    throw asOutputError(error, target);
  });
}

function unwritable(path: string, detail: string): EnvironmentError {
  return new EnvironmentError('output-unwritable', { path, detail });
}

/** What the operating system says about writing, as a plain sentence; a bug stays a bug. */
export function asOutputError(error: unknown, path: string, renaming = false): unknown {
  const code = codeOf(error);
  if (code === '' || !(error instanceof Error && 'syscall' in error)) return error;
  if (isHeld(code, renaming)) return new EnvironmentError('output-busy', { path });
  return unwritable(path, code);
}
