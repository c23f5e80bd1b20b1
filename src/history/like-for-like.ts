import { getOrMake } from '../core/memo.js';
import type { BaselineValues } from '../geography/baselines.js';
import type { Node, Tree } from '../geography/types.js';
import type { Denominator, Indicator, Numerator } from '../indicators/types.js';
import type { HamletValues } from '../rollup/fold.js';
import type { Past } from './past.js';
import { extentOf, type ReportedMonths } from './reported-months.js';
import type { LikeForLike } from './types.js';

/** Hamlets' figures of one period, and the baselines that their ratios divide by. */
export interface Side {
  readonly hamlets: HamletValues;
  readonly baselines: BaselineValues;
  /** The months that the figures are of; null of a period of a single month. */
  readonly months: ReportedMonths | null;
}

/** Numerator and denominator; of a count, the count and 1. */
type Parts = readonly [top: number, bottom: number];

interface Both {
  hamlets: number;
  unequal: number;
  readonly now: [top: number, bottom: number];
  readonly base: [top: number, bottom: number];
}

type Sums = Map<string, Both>;

/** Units by code, then indicators: the figures of the hamlets that reported in both periods. */
export type LikeForLikes = ReadonlyMap<string, ReadonlyMap<string, LikeForLike>>;

/**
 * Holds two periods against each other over the same hamlets: those that have a figure of
 * the indicator in both (of a ratio, its numerator and its denominator), a flow of as many
 * months, a stock as late in the period. Those with figures of other months are told.
 */
export function likeForLike(
  tree: Tree,
  indicators: readonly Indicator[],
  now: Side,
  base: Side & Pick<Past, 'notComparable'>,
): LikeForLikes {
  const found = new Map<string, ReadonlyMap<string, LikeForLike>>();
  const byId = new Map(indicators.map((one) => [one.id, one]));
  const extent = (indicator: Indicator, { months }: Side, code: string) =>
    months === null ? '' : extentOf(indicator, months.get(code), byId);
  const visit = (node: Node): Sums => {
    const sums: Sums = new Map();
    if (node.unit.level === 'hamlet') addHamlet(sums, node.unit.code);
    for (const child of node.children) for (const [id, both] of visit(child)) add(sums, id, both);
    found.set(node.unit.code, new Map(indicators.map((one) => [one.id, asLine(one, sums)])));
    return sums;
  };
  const addHamlet = (sums: Sums, code: string) => {
    for (const indicator of indicators) {
      if (base.notComparable.get(code)?.has(indicator.id)) continue;
      const present = partsOf(indicator, now, code, indicators);
      const past = present && partsOf(indicator, base, code, indicators);
      if (present === null || past === null) continue;
      const isEqual = extent(indicator, now, code) === extent(indicator, base, code);
      add(
        sums,
        indicator.id,
        isEqual
          ? { hamlets: 1, unequal: 0, now: [...present], base: [...past] }
          : { ...nothing(), unequal: 1 },
      );
    }
  };
  for (const root of tree.roots) visit(root);
  return found;
}

const nothing = (): Both => ({ hamlets: 0, unequal: 0, now: [0, 0], base: [0, 0] });

function add(sums: Sums, id: string, both: Both): void {
  const sum = getOrMake(sums, id, nothing);
  sum.hamlets += both.hamlets;
  sum.unequal += both.unequal;
  for (const side of ['now', 'base'] as const) {
    sum[side][0] += both[side][0];
    sum[side][1] += both[side][1];
  }
}

function asLine({ id, kind }: Indicator, sums: Sums): LikeForLike {
  const both = sums.get(id);
  const { hamlets, unequal } = both ?? nothing();
  if (both === undefined || hamlets === 0)
    return { hamlets, unequal, value: null, baseValue: null, change: null };
  const figure = ([top, bottom]: Parts) =>
    kind !== 'ratio' ? top : bottom === 0 ? null : top / bottom;
  const [value, baseValue] = [figure(both.now), figure(both.base)];
  const change = value === null || baseValue === null ? null : value - baseValue;
  return { hamlets, unequal, value, baseValue, change };
}

/** What a hamlet has of an indicator; null where it has nothing, or the registry alone knows. */
function partsOf(
  indicator: Indicator,
  { hamlets, baselines }: Side,
  code: string,
  indicators: readonly Indicator[],
): Parts | null {
  const own = hamlets.get(code);
  if (indicator.kind === 'hamlets' || own === undefined) return null;
  if (indicator.kind !== 'ratio') return pair(own.get(indicator.id), 1);
  const bottom = bottomOf(indicator.denominator, own, baselines.get(code), indicators);
  return pair(topOf(indicator.numerator, own), bottom);
}

function pair(top: number | undefined, bottom: number | undefined): Parts | null {
  return top === undefined || bottom === undefined ? null : [top, bottom];
}

function topOf(numerator: Numerator, own: ReadonlyMap<string, number>): number | undefined {
  if ('indicator' in numerator) return own.get(numerator.indicator);
  const value = own.get(numerator.hamletsWith);
  return value === undefined ? undefined : value > 0 ? 1 : 0;
}

function bottomOf(
  denominator: Denominator,
  own: ReadonlyMap<string, number>,
  baselines: ReadonlyMap<string, number> | undefined,
  indicators: readonly Indicator[],
): number | undefined {
  if ('baseline' in denominator) return baselines?.get(denominator.baseline);
  const isHamlets = indicators.some(
    ({ id, kind }) => id === denominator.indicator && kind === 'hamlets',
  );
  return isHamlets ? 1 : own.get(denominator.indicator);
}
