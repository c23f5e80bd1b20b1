import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { decisionLines } from '../../reports/decisions.js';
import type { Summary } from '../../rollup/types.js';
import { describer } from '../explain.js';
import { asOutputError } from '../output/target.js';
import { exists } from '../system/exists.js';
import { makeFolder } from '../system/make-folder.js';
import type { ValidateOptions } from '../types.js';

/** A file that is there is told before the work begins. @throws EnvironmentError `output-exists` */
export async function refuseFilledIn(
  file: string,
  { cwd, force }: Pick<ValidateOptions, 'cwd' | 'force'>,
): Promise<void> {
  if (!force && (await exists(resolve(cwd, file))))
    throw new EnvironmentError('output-exists', { path: file });
}

/**
 * Writes the lines that are to be filled in. A file that is there may have been filled in
 * already: it is replaced only with `force`.
 * @throws EnvironmentError `output-exists`, `output-unwritable`
 */
export async function writeDecisions(
  file: string,
  summary: Summary,
  { cwd, lang, force }: ValidateOptions,
): Promise<{ readonly path: string; readonly lines: number }> {
  const path = resolve(cwd, file);
  const { text, lines } = decisionLines(summary, describer(summary), lang);
  try {
    await makeFolder(dirname(path));
    await writeFile(path, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new EnvironmentError('output-exists', { path: file });
    throw asOutputError(error, file);
  }
  return { path, lines };
}
