import { formatDate, formatNumber } from '../../core/format.js';
import { completeness } from '../figures.js';
import type { Edition } from './scope.js';

/** Where figures stand on another day's map than their months': which day's, and what is blank for it. */
export function mapLines({ summary, root, codes, labels: t, lang }: Edition): readonly string[] {
  const { restatement } = summary;
  if (restatement === undefined) return [];
  const blank = [...restatement.notComparable.keys()].filter((code) => codes.has(code)).length;
  const said = t.onMap(formatDate(restatement.asOf, lang));
  const isBare = completeness(summary, root).expected === 0;
  const more = [
    ...(blank === 0 ? [] : [t.leftBlank(formatNumber(blank, lang))]),
    ...(isBare ? [t.noHamletsThere] : []),
  ];
  return [[said, ...more].join(' ')];
}
