import { getOrMake } from '../core/memo.js';
import type { Month } from '../core/period.js';
import { hamletsOf } from '../geography/tree.js';
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
 * @param runUp running totals of these months that no sheet states
 */
export function carryForward(
  placed: readonly Placed[],
  runUp: readonly Placed[],
  registry: Registry,
  dates: ReadonlyMap<Month, IsoDate>,
  indicators: readonly Indicator[],
): readonly Fact[] {
  const standing = placed.filter(({ target }) => target !== null);
  const mixed = mixedTargets(standing);
  const isOneMonth = dates.size < 2 || mixed.size === 0;
  if (isOneMonth && runUp.length === 0) return standing.map(({ fact }) => fact);
  const stocks = indicators.filter(
    (one): one is Stock =>
      (one.kind === 'base' && one.time === 'stock') || one.kind === 'cumulative',
  );
  const totals = runUp.filter(({ target }) => target !== null);
  const targets = new Map(
    stocks.map((one): [string, ReadonlySet<Node>] => [
      one.id,
      one.kind === 'base' ? mixed : explicitAt(standing, totals, one.id, mixed),
    ]),
  );
  const isCarried = ({ fact, target }: Placed) =>
    fact.value !== null && targets.get(fact.indicator)?.has(target!) === true;
  const asTheyAre = standing.filter((one) => !isCarried(one)).map(({ fact }) => fact);
  const scan = (stock: Stock) => {
    const over = (some: ReadonlySet<Node>) => new StockScan(stock, some, registry, dates);
    const own = targets.get(stock.id)!;
    if (stock.kind === 'base') return over(own).run(standing);
    const left = leftAt(standing, stock.of, own);
    return [...over(own).run([...standing, ...totals]), ...over(left).endings(standing)];
  };
  return [...asTheyAre, ...stocks.flatMap(scan)];
}

/**
 * Units whose running total stands in figures: where it is stated, or was run up on each month's
 * own map, of what nobody knows the parts of, too; and those that a later total of a whole takes the
 * place of. Elsewhere flows that add up run up by themselves.
 */
function explicitAt(
  standing: readonly Placed[],
  runUp: readonly Placed[],
  indicator: string,
  mixed: ReadonlySet<Node>,
): ReadonlySet<Node> {
  const isOwn = ({ fact }: Placed) => fact.indicator === indicator && fact.value !== null;
  const stated = standing.filter((one) => isOwn(one) && mixed.has(one.target!));
  const own = runUp.filter(isOwn);
  const explicit = new Set([...stated, ...own].map(({ target }) => target!));
  const left = standing.filter(({ left, target }) => left !== null && explicit.has(target!));
  return new Set([...explicit, ...splitAmong(left)]);
}

/** The units that splits are among, and the hamlets below these. */
function splitAmong(placed: readonly Placed[]): readonly Node[] {
  const among = new Set(placed.flatMap(({ left }) => left?.among ?? []));
  return [...among].flatMap((node) => [node, ...hamletsOf(node)]);
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

/**
 * Units whose figures come from several hamlets, or from one that was split; and those that a split
 * is among, as a later figure of the whole takes the place of theirs.
 */
function mixedTargets(placed: readonly Placed[]): ReadonlySet<Node> {
  const origins = new Map<Node, Set<string>>();
  const mixed = new Set<Node>();
  for (const { target, origin, left, isPart } of placed) {
    const known = getOrMake(origins, target!, () => new Set());
    if (known.add(origin).size > 1 || left !== null || isPart) mixed.add(target!);
  }
  for (const node of splitAmong(placed)) if (origins.has(node)) mixed.add(node);
  return mixed;
}
