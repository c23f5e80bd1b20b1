import type { Code } from '../core/codes.js';
import type { Place } from '../core/finding.js';
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
    .filter(({ code, place }) => NOTED.includes(code) && isOwn(place))
    .map((found) => describe(found, lang).message);
}

/** Of the run itself: what a lower level's package says of its own period is told in its place. */
function isOwn({ file }: Place): boolean {
  return file === '';
}
