import { getOrMake } from '../core/memo.js';
import type { Month } from '../core/period.js';
import type { IsoDate, Node, Registry } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import type { Fact } from '../rollup/types.js';
import { type Stock, StockScan } from './restate-stock.js';
import type { Placed } from './restate-types.js';

/**
 * Facts that fold over months as if the map had always been this one. A unit's stock is the
 * last value of a hamlet (contract, Periods); of a unit made of several it is the sum of the
 * last values of each, so each stands in every later month too, until the merged unit itself
 * reports. A running total is made explicit, since its months no longer belong to one hamlet.
 * What stands at no unit is left out.
 */
export function carryForward(
  placed: readonly Placed[],
  registry: Registry,
  dates: ReadonlyMap<Month, IsoDate>,
  indicators: readonly Indicator[],
): readonly Fact[] {
  const standing = placed.filter(({ target }) => target !== null);
  const mixed = mixedTargets(standing);
  if (dates.size < 2 || mixed.size === 0) return standing.map(({ fact }) => fact);
  const stocks = indicators.filter(
    (one): one is Stock =>
      (one.kind === 'base' && one.time === 'stock') || one.kind === 'cumulative',
  );
  const carried = new Set(stocks.map(({ id }) => id));
  const isCarried = ({ fact, target }: Placed) =>
    carried.has(fact.indicator) && fact.value !== null && mixed.has(target!);
  const asTheyAre = standing.filter((one) => !isCarried(one)).map(({ fact }) => fact);
  const scan = (stock: Stock) => {
    const over = (targets: ReadonlySet<Node>) => new StockScan(stock, targets, registry, dates);
    if (stock.kind === 'base') return over(mixed).run(standing);
    const stated = statedAt(standing, stock.id, mixed);
    const left = leftAt(standing, stock.of, stated);
    return [...over(stated).run(standing), ...over(left).endings(standing)];
  };
  return [...asTheyAre, ...stocks.flatMap(scan)];
}

/** Units with a stated running total; elsewhere flows that add up run up by themselves. */
function statedAt(
  placed: readonly Placed[],
  indicator: string,
  mixed: ReadonlySet<Node>,
): ReadonlySet<Node> {
  const stated = placed.filter(({ fact, target }) => {
    return fact.indicator === indicator && fact.value !== null && mixed.has(target!);
  });
  return new Set(stated.map(({ target }) => target!));
}

/**
 * Units that only hold what hamlets left which were split nobody knows how. There flows run up by
 * themselves too, but for the end: the parts begin anew.
 */
function leftAt(
  placed: readonly Placed[],
  flow: string,
  without: ReadonlySet<Node>,
): ReadonlySet<Node> {
  const own = placed.filter(({ fact, target }) => fact.indicator === flow && !without.has(target!));
  const others = new Set(own.flatMap(({ left, target }) => (left === null ? [target] : [])));
  const left = own.filter((one) => one.left !== null && !others.has(one.target));
  return new Set(left.map(({ target }) => target!));
}

/** Units whose figures come from several hamlets, or from one that was split. */
function mixedTargets(placed: readonly Placed[]): ReadonlySet<Node> {
  const origins = new Map<Node, Set<string>>();
  const mixed = new Set<Node>();
  for (const { target, origin, left, isPart } of placed) {
    const known = getOrMake(origins, target!, () => new Set());
    if (known.add(origin).size > 1 || left !== null || isPart) mixed.add(target!);
  }
  return mixed;
}
