import type { Code } from '../core/codes.js';
import type { Summary } from '../rollup/types.js';
import type { Describe, Lang } from './types.js';

/** Findings of the period as a whole, which its figures must not be read without. */
const NOTED: readonly Code[] = ['CCDS-C05', 'CCDS-C06', 'CCDS-C07'];

/** What is said beside a period's figures wherever they are shown, a sentence each. */
export function periodNotes(
  { findings }: Pick<Summary, 'findings'>,
  describe: Describe,
  lang: Lang,
): readonly string[] {
  return findings
    .filter(({ code }) => NOTED.includes(code))
    .map((found) => describe(found, lang).message);
}
