import { rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { asOutputError } from '../output/target.js';
import { exists } from '../system/exists.js';
import { makeFolder } from '../system/make-folder.js';
import { renameOnceFree } from '../system/rename.js';

/**
 * Writes a result to a file, whole or not at all. What is there stays, unless forced.
 * @throws EnvironmentError `output-exists`, `output-unwritable`, `output-busy`
 */
export async function writeResult(
  path: string,
  text: string,
  { cwd, force }: { readonly cwd: string; readonly force: boolean },
): Promise<void> {
  const file = resolve(cwd, path);
  if (!force && (await exists(file))) throw new EnvironmentError('output-exists', { path });
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await makeFolder(dirname(file));
    await writeFile(temporary, text);
    await renameOnceFree(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw asOutputError(error, path, true);
  }
}
