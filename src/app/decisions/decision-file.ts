import { resolve } from 'node:path';
import { decisionLines } from '../../reports/decisions.js';
import type { Summary } from '../../rollup/types.js';
import { describer } from '../explain.js';
import { writeResult } from '../output/write-result.js';
import type { ValidateOptions } from '../types.js';

/**
 * Writes the lines that are to be filled in. A file that is there may have been filled in
 * already: it is replaced only with `force`.
 * @throws EnvironmentError `output-exists`, `output-unwritable`, `output-busy`
 */
export async function writeDecisions(
  file: string,
  summary: Summary,
  { cwd, lang, force = false }: ValidateOptions,
): Promise<{ readonly path: string; readonly lines: number }> {
  const { text, lines } = decisionLines(summary, describer(summary), lang);
  await writeResult(file, text, { cwd, force });
  return { path: resolve(cwd, file), lines };
}
