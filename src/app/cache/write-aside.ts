import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../system/make-folder.js';
import { renameOnceFree } from '../system/rename.js';

/**
 * Writes a file of the cache whole or not at all. The disk is not waited for: what a power cut takes
 * is read anew.
 * @throws where the disk does
 */
export async function writeAside(path: string, bytes: Uint8Array): Promise<void> {
  const aside = `${path}.${randomBytes(8).toString('hex')}.new`;
  try {
    await makeFolder(dirname(path));
    await writeFile(aside, bytes);
    await renameOnceFree(aside, path);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => {});
    throw error;
  }
}
