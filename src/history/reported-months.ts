import { getOrMake } from '../core/memo.js';
import type { Month } from '../core/period.js';
import type { Node, Tree } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import { monthsOfFact } from '../rollup/fact-months.js';
import type { Fact } from '../rollup/types.js';
import { sourcesOf } from './restate-values.js';

/** In which of a period's months a hamlet reported a count: a bit a month, the first the lowest. */
export type MonthBits = number;

/** By hamlet, then by count. */
export type ReportedMonths = ReadonlyMap<string, ReadonlyMap<string, MonthBits>>;

/** The months that a period's figures are of. */
export function reportedMonths(facts: readonly Fact[], months: readonly Month[]): ReportedMonths {
  const reported = new Map<string, Map<string, MonthBits>>();
  const bitOf = new Map(months.map((month, i) => [month, 1 << i]));
  for (const fact of facts) {
    const bits = monthsOfFact(fact).reduce((all, month) => all | (bitOf.get(month) ?? 0), 0);
    if (fact.value === null || bits === 0) continue;
    const own = getOrMake(reported, fact.unit, () => new Map<string, MonthBits>());
    own.set(fact.indicator, (own.get(fact.indicator) ?? 0) | bits);
  }
  return reported;
}

/** Place of the last month that a count was reported in, from 0; -1 where in none. */
export function lastPlace(bits: MonthBits): number {
  return 31 - Math.clz32(bits);
}

/** The counts of which a stock stands as it was last reported; a total runs up with its flow. */
export function bitsOf(
  indicator: Indicator,
  own: ReadonlyMap<string, MonthBits> | undefined,
): MonthBits {
  const bits = own?.get(indicator.id) ?? 0;
  return indicator.kind === 'cumulative' ? bits | (own?.get(indicator.of) ?? 0) : bits;
}

/**
 * What two periods' figures of a hamlet must have in common to be held against each other: of a
 * flow, of how many months it is; of a stock, how late in the period it was last reported.
 */
export function extentOf(
  indicator: Indicator,
  own: ReadonlyMap<string, MonthBits> | undefined,
  byId: ReadonlyMap<string, Indicator>,
): string {
  if (indicator.kind === 'hamlets') return '';
  if (indicator.kind === 'sum' || indicator.kind === 'ratio')
    return sourcesOf(indicator)
      .flatMap((id) => byId.get(id) ?? [])
      .map((part) => extentOf(part, own, byId))
      .join(' ');
  const bits = bitsOf(indicator, own);
  return String(indicator.time === 'flow' ? countOf(bits) : lastPlace(bits));
}

/** By unit and flow: in how many of the months any hamlet of the unit reported it. */
export function flowMonths(
  { roots }: Tree,
  indicators: readonly Indicator[],
  reported: ReportedMonths,
): (unit: string, flow: string) => number {
  const flows = indicators.filter(({ time }) => time === 'flow');
  const found = new Map<string, readonly MonthBits[]>();
  const visit = ({ unit, children }: Node): readonly MonthBits[] => {
    const own = reported.get(unit.code);
    const below = children.map(visit);
    const bits = flows.map((flow, i) =>
      [flow.id, ...sourcesOf(flow)]
        .map((id) => own?.get(id) ?? 0)
        .concat(below.map((one) => one[i]!))
        .reduce((all, one) => all | one, 0),
    );
    found.set(unit.code, bits);
    return bits;
  };
  for (const root of roots) visit(root);
  const placeOf = new Map(flows.map(({ id }, i) => [id, i]));
  return (unit, flow) => countOf(found.get(unit)?.[placeOf.get(flow)!] ?? 0);
}

function countOf(bits: MonthBits): number {
  let count = 0;
  for (let left = bits; left > 0; left >>= 1) count += left & 1;
  return count;
}
