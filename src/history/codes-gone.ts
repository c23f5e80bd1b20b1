import { type Finding, finding } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import type { Month } from '../core/period.js';
import type { Registry } from '../geography/types.js';
import type { History } from './types.js';

/**
 * CCDS-C14: hamlets with figures in closed months whose codes are in the registry on no day, so that
 * nothing goes on from these figures.
 */
export function codesGone(history: History, { units }: Registry): Finding[] {
  if (history.length === 0) return [];
  const known = new Set(units.map(({ code }) => code));
  const months: Month[] = [];
  const codes = new Set<string>();
  for (const { month, published, facts } of history) {
    const gone = new Set([...published.keys()].filter((code) => !known.has(code)));
    if (gone.size === 0) continue;
    const counted = facts.filter(({ unit, value }) => value !== null && gone.has(unit));
    if (counted.length > 0) months.push(month);
    for (const { unit } of counted) codes.add(unit);
  }
  if (codes.size === 0) return [];
  const args = { months: months.join(', '), units: codes.size, found: firstFew([...codes].sort()) };
  return [finding('CCDS-C14', { file: '' }, args)];
}
