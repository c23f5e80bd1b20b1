import type { Code } from '../core/codes.js';
import type { Finding, Place } from '../core/finding.js';
import type { Lang } from '../core/lang.js';
import { memo } from '../core/memo.js';
import type { Summary } from '../rollup/types.js';
import type { Describe } from './types.js';

/** Findings of the period as a whole, which its figures must not be read without. */
const NOTED: ReadonlySet<Code> = new Set([
  'CCDS-C05',
  'CCDS-C06',
  'CCDS-C07',
  'CCDS-C09',
  'CCDS-C11',
  'CCDS-C13',
  'CCDS-C14',
]);

/** Of the months before: what is wrong with their closing, and what to run. */
const OF_CLOSED: ReadonlySet<Code> = new Set([
  'CCDS-C05',
  'CCDS-C07',
  'CCDS-C08',
  'CCDS-C09',
  'CCDS-C10',
  'CCDS-C11',
  'CCDS-C12',
  'CCDS-C13',
  'CCDS-C14',
  'CCDS-D24',
]);

/** What is said beside a period's figures wherever they are shown, a sentence each. */
export function periodNotes(
  { findings }: Pick<Summary, 'findings'>,
  describe: Describe,
  lang: Lang,
): readonly string[] {
  return notedIn(findings).map((found) => describe(found, lang).message);
}

/** Looked for once a run: each workbook has them, and a nation has hundreds, and a million findings. */
const notedIn = memo((findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ code, place }) => NOTED.has(code) && isOwn(place)),
);

/** What is wrong with closed months, a line each, and under it what to run. */
export function closedNotes(
  { findings }: Pick<Summary, 'findings'>,
  describe: Describe,
  lang: Lang,
): readonly string[] {
  return findings
    .filter(({ code }) => OF_CLOSED.has(code))
    .map((found) => describe(found, lang))
    .map(({ message, fix }) => `${message}\n  → ${fix}`);
}

/** What is said at the end of a run: what stands beside its figures, and what to do about it. */
export function runNotes(
  summary: Pick<Summary, 'findings'>,
  describe: Describe,
  lang: Lang,
): readonly string[] {
  const others = notedIn(summary.findings).filter(({ code }) => !OF_CLOSED.has(code));
  return [
    ...periodNotes({ findings: others }, describe, lang),
    ...closedNotes(summary, describe, lang),
  ];
}

/** Of the run itself: what a lower level's package says of its own period is told in its place. */
function isOwn({ file }: Place): boolean {
  return file === '';
}
