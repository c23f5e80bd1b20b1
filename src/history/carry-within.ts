import type { Month } from '../core/period.js';
import type { Node } from '../geography/types.js';
import { HAMLET } from '../geography/validity.js';
import type { Indicator } from '../indicators/types.js';
import type { Reviewed } from './compare.js';
import {
  bitsOf,
  lastPlace,
  type MonthBits,
  type ReportedMonths,
  reportedMonths,
} from './reported-months.js';
import { madeFrom } from './restate-values.js';
import type { CarriedWithin } from './types.js';

/**
 * The stocks of a quarter, half-year or year that stand with an earlier month's figures of some
 * hamlets: those that did not report them in the last month that the period has figures of.
 */
export function carriedWithin(summary: Omit<Reviewed, 'period'>): CarriedWithin[] {
  const { tree, facts, months, indicators, values } = summary;
  if (months.length === 1) return [];
  const reported = reportedMonths(facts, months);
  const last = lastOf(reported);
  const stocks = indicators.filter(({ time, kind }) => time === 'stock' && kind !== 'hamlets');
  const made = derived(indicators);
  const found: CarriedWithin[] = [];
  const tell = (unit: string, { id }: Indicator, hamlets: number, lastMonth: Month | null) => {
    const value = values.get(unit)?.get(id)?.value ?? null;
    if (value === null || hamlets === 0) return;
    found.push({ unit, indicator: id, value, hamlets, silentIn: months[last]!, lastMonth });
  };
  const visit = (node: Node): ReadonlyMap<string, number> => {
    const { code, level } = node.unit;
    if (level === HAMLET) {
      const own = values.get(code);
      const isKnown = (id: string) => (own?.get(id)?.value ?? null) !== null;
      const carried = carriedOf(reported.get(code), last, made, isKnown);
      for (const one of stocks.filter(({ kind }) => kind !== 'ratio'))
        tell(code, one, carried.has(one.id) ? 1 : 0, months[carried.get(one.id)!] ?? null);
      return new Map([...carried.keys()].map((id) => [id, 1]));
    }
    const counts = new Map<string, number>();
    for (const child of node.children)
      for (const [id, n] of visit(child)) counts.set(id, (counts.get(id) ?? 0) + n);
    for (const one of stocks) tell(code, one, counts.get(one.id) ?? 0, null);
    return counts;
  };
  for (const root of tree.roots) visit(root);
  return found;
}

/** Place of the last month that anything was reported in. */
function lastOf(reported: ReportedMonths): number {
  let last = -1;
  for (const own of reported.values())
    for (const bits of own.values()) last = Math.max(last, lastPlace(bits));
  return last;
}

/** Stocks that hamlets report, each with all that is made from it, itself among them. */
function derived(indicators: readonly Indicator[]): ReadonlyMap<Indicator, readonly string[]> {
  return new Map(
    indicators
      .filter(({ time, kind }) => time === 'stock' && (kind === 'base' || kind === 'cumulative'))
      .map((one) => [one, madeFrom(new Set([one.id]), indicators)]),
  );
}

/**
 * A hamlet's stocks that are of an earlier month, with its place; what is made from them, too. A
 * total that was left blank, and is not known, stands in nothing.
 */
function carriedOf(
  own: ReadonlyMap<string, MonthBits> | undefined,
  last: number,
  made: ReadonlyMap<Indicator, readonly string[]>,
  isKnown: (id: string) => boolean,
): ReadonlyMap<string, number> {
  const carried = new Map<string, number>();
  for (const [one, ids] of own === undefined ? [] : made) {
    const place = lastPlace(bitsOf(one, own));
    if (place < 0 || place >= last || !isKnown(one.id)) continue;
    for (const id of ids) carried.set(id, Math.min(place, carried.get(id) ?? place));
  }
  return carried;
}
