import { type Finding, finding } from '../core/finding.js';
import { hamletsOf } from '../geography/tree.js';
import type { Tree } from '../geography/types.js';
import type { Fact } from './types.js';

/**
 * Hamlets that have not reported a form (info, never an error). A form that no hamlet at
 * all reported is not expected, and is told once for each province.
 */
export function missingReports(
  tree: Tree,
  facts: readonly Fact[],
  formOf: (indicator: string) => string,
  forms: readonly string[],
): Finding[] {
  const reported = new Map<string, Set<string>>();
  for (const { unit, indicator } of facts) {
    const seen = reported.get(unit);
    if (seen === undefined) reported.set(unit, new Set([formOf(indicator)]));
    else seen.add(formOf(indicator));
  }
  const seenAtAll = new Set([...reported.values()].flatMap((seen) => [...seen]));
  const expected = forms.filter((form) => seenAtAll.has(form));
  return tree.roots.flatMap(hamletsOf).flatMap(({ unit }) => {
    const seen = reported.get(unit.code);
    const missing = (expected.length === 0 ? forms : expected).filter((form) => !seen?.has(form));
    if (missing.length === 0) return [];
    return [
      finding(
        'CCDS-C01',
        { file: '' },
        { unit: unit.code, forms: missing.join(', ') },
        { unit: unit.code },
      ),
    ];
  });
}
