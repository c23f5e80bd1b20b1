import { getOrMake } from '../../core/memo.js';
import type { Month } from '../../core/period.js';
import { HAMLET } from '../../geography/validity.js';
import type { PublishedRow } from '../../history/published.js';
import type { Indicator } from '../../indicators/types.js';
import type { Fact } from '../../rollup/types.js';
import type { LeftAmount } from './tables.js';

/**
 * What a package leaves blank though something is there: flows of units that may hold a part of
 * what was split within its period. They stay blank in a longer period; that the hamlet reported
 * is kept.
 * @param published rows of the package's `values.csv`
 * @param left amounts of its `restatement.csv` (`leftAmounts`)
 */
export function untoldIn(
  published: readonly PublishedRow[],
  left: readonly LeftAmount[],
  month: Month,
  indicators: readonly Indicator[],
): readonly Fact[] {
  if (left.length === 0) return [];
  const flows = new Set(
    indicators.flatMap(({ kind, time, id }) => (kind === 'base' && time === 'flow' ? [id] : [])),
  );
  const rows = published.filter(
    ({ indicator = '', value }) => flows.has(indicator) && value === '',
  );
  const among = unitsAmong(left, rows);
  return rows.flatMap(({ unit_code: unit = '', indicator = '', level, reported }): Fact[] => {
    if (!among.get(indicator)?.has(unit)) return [];
    const value = level === HAMLET && reported === '1' ? 0 : null;
    return [{ unit, month, indicator, value, source: -1, isUntold: true }];
  });
}

/** By indicator the units that its amounts may belong to, and those above them as far as these stand. */
function unitsAmong(
  left: readonly LeftAmount[],
  rows: readonly PublishedRow[],
): ReadonlyMap<string, Set<string>> {
  const parents = new Map(rows.map((row) => [row.unit_code, row.parent_code]));
  const found = new Map<string, Set<string>>();
  for (const { indicator, among, holder } of left) {
    const units = getOrMake(found, indicator, () => new Set());
    for (const code of among)
      for (let at: string | undefined = code; at && at !== holder; at = parents.get(at))
        units.add(at);
  }
  return found;
}
