import { relative } from 'node:path';

/** A path from the current folder, where that is shorter to read. */
export function nearPath(cwd: string, path: string): string {
  const near = relative(cwd, path);
  return near === '' || near.startsWith('..') ? path : near;
}
