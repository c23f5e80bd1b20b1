import { rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { exists } from '../system/exists.js';
import { makeFolder } from '../system/make-folder.js';
import { renameOnceFree } from '../system/rename.js';
import { asOutputError } from './target.js';

interface Writing {
  readonly cwd: string;
  readonly force: boolean;
}

/**
 * Looks whether a result may go there: what is there stays, unless forced.
 * @throws EnvironmentError `output-exists`
 */
export async function refuseExisting(path: string, { cwd, force }: Writing): Promise<void> {
  if (!force && (await exists(resolve(cwd, path))))
    throw new EnvironmentError('output-exists', { path });
}

/**
 * Writes a result to a file, whole or not at all. What is there stays, unless forced.
 * @throws EnvironmentError `output-exists`, `output-unwritable`, `output-busy`
 */
export async function writeResult(path: string, text: string, writing: Writing): Promise<void> {
  await refuseExisting(path, writing);
  const file = resolve(writing.cwd, path);
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
