import { getOrMake } from '../core/memo.js';
import type { Month } from '../core/period.js';
import type { IsoDate, Node, Registry } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import type { NotComparable } from '../rollup/restatement.js';
import { placeOf } from './restate-place.js';
import type { Placed } from './restate-types.js';

/**
 * The units that an amount was split among, and those above them as far as it stands. A stock,
 * and a running total with it, is known again once such a unit has reported itself.
 */
export function notComparableOf(
  placed: readonly Placed[],
  indicators: readonly Indicator[],
  registry: Registry,
  dates: ReadonlyMap<Month, IsoDate>,
): NotComparable {
  const found = new Map<string, Set<string>>();
  const left = placed.filter(({ fact, left }) => left !== null && (fact.value ?? 0) !== 0);
  if (left.length === 0) return found;
  const hasReported = laterReports(placed, registry, dates);
  for (const one of left) {
    for (const indicator of madeOf(one, indicators)) {
      for (const node of one.left!.among) {
        if (indicator.time === 'stock' && hasReported(one, node, indicator)) continue;
        for (let at: Node | null = node; at !== null && at !== one.target; at = at.parent)
          getOrMake(found, at.unit.code, () => new Set()).add(indicator.id);
      }
    }
  }
  return found;
}

/** The indicator of an amount, and the running totals of it. */
function madeOf({ fact }: Placed, indicators: readonly Indicator[]): readonly Indicator[] {
  return indicators.filter(
    (one) => one.id === fact.indicator || (one.kind === 'cumulative' && one.of === fact.indicator),
  );
}

/** Tells of an amount left over whether a unit that it was split among has reported since. */
function laterReports(
  placed: readonly Placed[],
  registry: Registry,
  dates: ReadonlyMap<Month, IsoDate>,
): (left: Placed, node: Node, indicator: Indicator) => boolean {
  const at = new Map<Node, Placed[]>();
  for (const one of placed)
    if (one.target !== null && one.left === null && one.fact.value !== null)
      getOrMake(at, one.target, () => []).push(one);
  const successors = (left: Placed, month: Month): readonly string[] => {
    const move = { registry, from: dates.get(left.fact.month)!, to: dates.get(month)! };
    const place = placeOf(move, left.origin);
    return place === null || place.kind === 'whole' ? [] : place.among.map(({ unit }) => unit.code);
  };
  return (left, node, indicator) => {
    const ids = indicator.kind === 'cumulative' ? [indicator.id, indicator.of] : [indicator.id];
    return (at.get(node) ?? []).some(
      ({ fact, origin }) =>
        fact.month > left.fact.month &&
        ids.includes(fact.indicator) &&
        successors(left, fact.month).includes(origin),
    );
  };
}
