import { getOrMake } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import type { Tree } from '../geography/types.js';
import { HAMLET } from '../geography/validity.js';
import { indicatorIn } from '../indicators/numerator.js';
import type { Indicator } from '../indicators/types.js';
import type { NotComparable } from '../rollup/restatement.js';
import type { Fact, UnitValue, Values } from '../rollup/types.js';
import type { Restated } from './restate-types.js';

interface Blanked {
  readonly facts: Restated['facts'];
  readonly notComparable: NotComparable;
}

/**
 * The values with those left blank that are not known on the new map: an indicator of a unit
 * that may hold a part of what was not allocated, here or in a package, all that is made from it,
 * and the share of hamlets that have something where it is not known of which hamlets.
 */
export function leaveOutNotComparable(
  values: Values,
  restated: Blanked,
  tree: Tree,
  indicators: readonly Indicator[],
): Values {
  const blank = blanksOf(restated, tree, indicators);
  if (blank.size === 0) return values;
  return new Map(
    [...values].map(([code, own]) => {
      const ids = blank.get(code);
      if (ids === undefined) return [code, own];
      return [
        code,
        new Map([...own].map(([id, value]) => [id, ids.has(id) ? gone(value) : value])),
      ];
    }),
  );
}

function gone({ reported, expected }: UnitValue): UnitValue {
  return { value: null, numerator: null, denominator: null, reported, expected };
}

function blanksOf(
  { facts, notComparable }: Blanked,
  tree: Tree,
  indicators: readonly Indicator[],
): Map<string, Set<string>> {
  const blank = new Map<string, Set<string>>();
  for (const [code, ids] of notComparable) {
    blank.set(code, new Set([...ids, ...madeFrom(ids, indicators)]));
  }
  for (const { unit, indicator, isUntold } of facts)
    if (isUntold) getOrMake(blank, unit, () => new Set()).add(indicator);
  for (const { unit, indicator } of heldAbove(facts, tree, indicators)) {
    let node = tree.byCode.get(unit) ?? null;
    const ids = hamletShares(indicator, indicators);
    for (; ids.length > 0 && node !== null; node = node.parent) {
      const known = getOrMake(blank, node.unit.code, () => new Set());
      for (const id of ids) known.add(id);
    }
  }
  return blank;
}

/** What units above the hamlet hold of hamlets in the end: of a stock, in its last month. */
function heldAbove(
  facts: Blanked['facts'],
  tree: Tree,
  indicators: readonly Indicator[],
): Iterable<Fact> {
  const stocks = new Set(indicators.flatMap(({ id, time }) => (time === 'stock' ? [id] : [])));
  const held = new Map<string, Fact>();
  for (const fact of facts) {
    if (fact.value === null || tree.byCode.get(fact.unit)?.unit.level === HAMLET) continue;
    const key = `${fact.unit}\n${fact.indicator}`;
    const before = held.get(key);
    const later = stocks.has(fact.indicator) ? byCodePoint(fact.month, before?.month ?? '') : 0;
    if (before === undefined || later > 0 || (later === 0 && before.value === 0))
      held.set(key, fact);
  }
  return [...held.values()].filter(({ value }) => value !== 0);
}

/** Some indicators, with the sums and ratios that they go into. */
export function madeFrom(ids: ReadonlySet<string>, indicators: readonly Indicator[]): string[] {
  const all = new Set(ids);
  for (const one of indicators) {
    if (sourcesOf(one).some((id) => all.has(id))) all.add(one.id);
  }
  return [...all];
}

/** The indicators that a sum or ratio is made from; none of a count. */
export function sourcesOf(indicator: Indicator): readonly string[] {
  if (indicator.kind === 'sum') return indicator.of;
  if (indicator.kind !== 'ratio') return [];
  const { numerator, denominator } = indicator;
  const top = indicatorIn(numerator);
  return 'indicator' in denominator ? [top, denominator.indicator] : [top];
}

function hamletShares(indicator: string, indicators: readonly Indicator[]): string[] {
  return indicators.flatMap((one) =>
    one.kind === 'ratio' &&
    'hamletsWith' in one.numerator &&
    one.numerator.hamletsWith === indicator
      ? [one.id]
      : [],
  );
}
