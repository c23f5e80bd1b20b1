import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../../core/error-code.js';
import { isFolder } from './exists.js';

/**
 * Makes a folder with those above it that are not there. Node's own recursive `mkdir` never ends
 * where a folder that is there says of a new one that it was not found, as those of /proc do.
 * @throws what the operating system says; `no-folder` where it gives no reason
 */
export async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  try {
    await mkdir(path);
  } catch (error) {
    // Another run was faster.
    if (await isFolder(path)) return;
    const code = codeOf(error);
    if (code === 'EEXIST') throw Object.assign(error as Error, { code: 'ENOTDIR' });
    if (code !== 'ENOENT') throw error;
    const above = dirname(path);
    if (await isFolder(above)) throw Object.assign(error as Error, { code: 'no-folder' });
    await makeFolder(above);
    await makeFolder(path);
  }
}
