import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { makeFolder } from '../system/make-folder.js';

/**
 * Writes a result to a file, whole or not at all. What is there stays, unless forced.
 * @throws EnvironmentError `output-exists`, `output-unwritable`
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
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    const detail = (error as NodeJS.ErrnoException).code ?? '';
    throw new EnvironmentError('output-unwritable', { path, detail });
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
