import type { Code } from '../core/codes.js';
import type { Place } from '../core/finding.js';
import type { Lang } from '../core/lang.js';
import type { Summary } from '../rollup/types.js';
import type { Describe } from './types.js';

/** Findings of the period as a whole, which its figures must not be read without. */
const NOTED: readonly Code[] = [
  'CCDS-C05',
  'CCDS-C06',
  'CCDS-C07',
  'CCDS-C09',
  'CCDS-C11',
  'CCDS-C13',
  'CCDS-C14',
];

/** Of the months before: what is wrong with their closing, and what to run. */
const OF_CLOSED: readonly Code[] = [
  'CCDS-C05',
  'CCDS-C07',
  'CCDS-C08',
  'CCDS-C09',
  'CCDS-C10',
  'CCDS-C11',
  'CCDS-C12',
  'CCDS-C13',
  'CCDS-C14',
];

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

/** What is wrong with closed months, a line each, and under it what to run. */
export function closedNotes(
  { findings }: Pick<Summary, 'findings'>,
  describe: Describe,
  lang: Lang,
): readonly string[] {
  return findings
    .filter(({ code }) => OF_CLOSED.includes(code))
    .map((found) => describe(found, lang))
    .map(({ message, fix }) => `${message}\n  → ${fix}`);
}

/** What is said at the end of a run: what stands beside its figures, and what to do about it. */
export function runNotes(
  summary: Pick<Summary, 'findings'>,
  describe: Describe,
  lang: Lang,
): readonly string[] {
  const isOfClosed = ({ code }: Summary['findings'][number]) => OF_CLOSED.includes(code);
  const others = summary.findings.filter((found) => !isOfClosed(found));
  return [
    ...periodNotes({ findings: others }, describe, lang),
    ...closedNotes(summary, describe, lang),
  ];
}

/** Of the run itself: what a lower level's package says of its own period is told in its place. */
function isOwn({ file }: Place): boolean {
  return file === '';
}
