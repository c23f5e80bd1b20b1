import { getOrMake } from '../../core/memo.js';
import type { Month } from '../../core/period.js';
import { HAMLET } from '../../geography/validity.js';
import type { PublishedRow } from '../../history/published.js';
import type { Indicator } from '../../indicators/types.js';
import type { Fact } from '../../rollup/types.js';

type Counts = Map<string, number>;

/** What a unit has of each indicator in a package, and what those below it make of that. */
interface Held {
  readonly parent: string;
  readonly own: Counts;
  readonly below: Counts;
}

/**
 * What units above the hamlet hold of hamlets that are not told apart, where a change of the map
 * lies within a package's period: the rest of each total that no unit below it has. A running
 * total goes with what it runs up, lest that be run up once more.
 * @param published rows of the package's `values.csv`
 */
export function heldAbove(
  published: readonly PublishedRow[],
  month: Month,
  indicators: readonly Indicator[],
): readonly Fact[] {
  const counts = indicators.filter(({ kind }) => kind === 'base' || kind === 'cumulative');
  const ids = new Set(counts.map(({ id }) => id));
  const rows = published.filter(({ indicator = '' }) => ids.has(indicator));
  const units = new Map<string, Held>();
  for (const { unit_code: unit = '', parent_code: parent = '', indicator = '', value } of rows) {
    const held = getOrMake(units, unit, () => ({ parent, own: new Map(), below: new Map() }));
    if (value) held.own.set(indicator, Number(value));
  }
  const hamlets = new Set(rows.flatMap((row) => (row.level === HAMLET ? [row.unit_code] : [])));
  const facts: Fact[] = [];
  for (const [unit, held] of upwards(units)) {
    const rests: Counts = new Map();
    for (const { id } of counts) {
      const below = held.below.get(id) ?? 0;
      const own = held.own.get(id) ?? below;
      if (!hamlets.has(unit) && own > below) rests.set(id, own - below);
      const above = units.get(held.parent);
      above?.below.set(id, (above.below.get(id) ?? 0) + own);
    }
    for (const one of counts)
      if (one.kind === 'cumulative' && rests.has(one.of) && held.own.has(one.id))
        rests.set(one.id, rests.get(one.id) ?? 0);
    for (const [indicator, value] of rests)
      facts.push({ unit, month, indicator, value, source: -1 });
  }
  return facts;
}

/** The units, each behind all that lie below it. */
function upwards(units: ReadonlyMap<string, Held>): readonly (readonly [string, Held])[] {
  const depthOf = (code: string): number => {
    let depth = 0;
    for (let at = units.get(code); at !== undefined; at = units.get(at.parent)) depth += 1;
    return depth;
  };
  return [...units]
    .map((one) => ({ one, depth: depthOf(one[0]) }))
    .sort((a, b) => b.depth - a.depth)
    .map(({ one }) => one);
}
