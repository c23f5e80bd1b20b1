import type { Finding } from '../core/finding.js';
import type { Lang } from '../core/lang.js';
import { getOrMake } from '../core/memo.js';
import { isMonth } from '../core/period.js';
import type { Summary } from '../rollup/types.js';
import { csv } from './data/csv.js';
import { byPlace } from './data/findings.js';
import type { Describe } from './types.js';

/** Columns of `decisions.csv` (contract, Registry); the last two only help to decide. */
export const DECISIONS: readonly string[] = [
  ...['file', 'sheet', 'cell', 'decision', 'value', 'reason', 'by', 'date', 'period'],
  ...['code', 'message'],
];

/**
 * `validate --decisions`: a line for each place with an error or a warning, to be filled in
 * and put into the registry's `decisions.csv`. With a byte order mark, for Excel opens it.
 */
export function decisionLines(
  { findings, period }: Pick<Summary, 'findings' | 'period'>,
  describe: Describe,
  lang: Lang,
): { readonly text: string; readonly lines: number } {
  const places = new Map<string, Finding[]>();
  for (const found of [...findings].sort(byPlace)) {
    const { file, sheet = '', row = '', cell = row } = found.place;
    if (found.severity === 'info' || file === '') continue;
    getOrMake(places, [file, sheet, cell].join('\u0000'), () => []).push(found);
  }
  // In a longer period's run a name that several months have begins with its month's folder.
  const month = isMonth(period) ? period : '';
  const rows = [...places].map(([key, all]) => {
    const codes = all.map(({ code }) => code).join(' ');
    const messages = all.map((found) => describe(found, lang).message).join(' ');
    return [...key.split('\u0000'), '', '', '', '', '', month, codes, messages];
  });
  return { text: `\ufeff${csv(DECISIONS, rows)}`, lines: rows.length };
}
