import { stat } from 'node:fs/promises';
import { isNowhere, systemCode } from './error.js';

/** Whether a path leads to something that can be seen. */
export function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** False too of what is not there or can't be looked at. */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

/** True of what can't be looked at, too: it is for whoever reads it to say so. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error) => !isNowhere(systemCode(error)),
  );
}
