/** A small province, and closed months of it made by hand. */
import { lastDay, type Month, monthsOf, type Period } from '../../src/core/period.js';
import { baselinesAsOf } from '../../src/geography/baselines.js';
import { treeAsOf } from '../../src/geography/tree.js';
import type { Registry } from '../../src/geography/types.js';
import type { PresentMap } from '../../src/history/past.js';
import type { PastMonth } from '../../src/history/types.js';
import { INDICATORS } from '../../src/indicators/index.js';
import { aggregate } from '../../src/rollup/aggregate.js';
import { foldMonths, type Running } from '../../src/rollup/fold.js';
import type { Fact, Summary } from '../../src/rollup/types.js';
import { registryOf } from '../geography/registry.js';

export const COMMUNES = ['101', '102'];
export const HAMLETS = ['1011', '1012', '1013', '1021', '1022', '1023'];

/** Two communes of three hamlets; baselines of households for every hamlet of the first. */
export const REGISTRY = registryOf({
  units: [
    '1,Tỉnh Một,province,,,',
    '101,Xã A,commune,1,,',
    '102,Xã B,commune,1,,',
    ...HAMLETS.map((code) => `${code},Ấp ${code},hamlet,${code.slice(0, 3)},,`),
  ],
  baselines: [
    ...HAMLETS.slice(0, 3).map((code, i) => `${code},households,2023-01-01,${100 * (i + 1)}`),
    '102,households,2023-01-01,500',
  ],
  targets: ['1,household_coverage,2024,0.5', '1,households_assisted,2024,400'],
});

/** Counts by hamlet, then by indicator. A hamlet that is absent has not reported. */
export type Reported = Readonly<Record<string, Readonly<Record<string, number>>>>;

export function facts(month: Month, reported: Reported): Fact[] {
  return Object.entries(reported).flatMap(([unit, counts]) =>
    Object.entries(counts).map(([indicator, value]) => ({
      unit,
      month,
      indicator,
      value,
      source: -1,
    })),
  );
}

export const lastDayOf = (month: Month) => lastDay(month);

/** A period's summary as far as history looks at it. */
export function summaryOf(
  period: Period,
  months: Readonly<Record<Month, Reported>>,
  registry: Registry = REGISTRY,
  running?: Running,
): Summary {
  const tree = treeAsOf(registry, lastDay(period));
  const own = monthsOf(period);
  const all = own.flatMap((month) => facts(month, months[month] ?? {}));
  const baselines = baselinesAsOf(registry, tree, ['households', 'eligible_citizens', 'merchants']);
  const folded = foldMonths(all, INDICATORS, own, running);
  const values = aggregate(tree, folded, INDICATORS, baselines.values);
  return {
    period,
    months: own,
    tree,
    indicators: INDICATORS,
    values,
    baselineValues: baselines.values,
    targets: registry.targets,
    facts: all,
    baselines: [],
    forms: [],
    sheets: [],
    submissions: [],
    units: [],
    findings: [],
    leftOut: {},
  } as unknown as Summary;
}

/** A month as it would be closed. */
export function closed(month: Month, reported: Reported, registry = REGISTRY): PastMonth {
  const summary = summaryOf(month, { [month]: reported }, registry);
  return {
    month,
    facts: facts(month, reported),
    baselines: summary.baselineValues,
    published: summary.values,
  };
}

export function mapOf(summary: Summary, registry = REGISTRY): PresentMap {
  return { ...summary, registry, lastDayOf };
}
