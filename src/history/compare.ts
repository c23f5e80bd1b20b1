import { monthsOf, type Period } from '../core/period.js';
import type { Indicator } from '../indicators/types.js';
import { aggregate } from '../rollup/aggregate.js';
import { knownMonths } from '../rollup/completeness.js';
import type { HamletValues } from '../rollup/fold.js';
import { foldMonths } from '../rollup/fold.js';
import type { Summary, Values } from '../rollup/types.js';
import { basePeriods, monthsBetween } from './base-periods.js';
import { likeForLike, type Side } from './like-for-like.js';
import { onMap, type Past, type PresentMap, pastOf } from './past.js';
import { flowMonths, reportedMonths } from './reported-months.js';
import { madeFrom } from './restate-values.js';
import { beginAnew, type RunningBase } from './running.js';
import type { Accumulated, Comparison, ComparisonKind, History, MonthsHeld } from './types.js';

/** What is compared: a period's figures. */
export interface Reviewed
  extends Pick<
    Summary,
    'months' | 'tree' | 'indicators' | 'values' | 'baselineValues' | 'facts' | 'targets'
  > {
  readonly period: Period;
}

/**
 * Holds every unit's figures against the previous period, the same period last year, the
 * year's first period and the first of all: as published, and over the same hamlets. Earlier
 * figures are put on the present map first.
 * @param runningBase what running totals count from
 */
export function compare(
  summary: Reviewed,
  history: History,
  map: PresentMap,
  runningBase: RunningBase,
): Comparison[] {
  const { facts, months, period } = summary;
  const now: Side = {
    hamlets: hamletValues(summary),
    baselines: summary.baselineValues,
    months: months.length === 1 ? null : reportedMonths(facts, months),
  };
  return Object.entries(basePeriods(period, history)).flatMap(([kind, base]) => {
    const past = pastOf(base, history, map);
    if (past === null) return [];
    const sums = kind.startsWith('since_') ? accumulated(summary, base, history, map) : null;
    const anew = beginAnew(base, period, runningBase) ? madeOfTotals(summary) : NONE;
    return againstPast(summary, now, { kind: kind as ComparisonKind, past, sums, anew });
  });
}

const NONE: ReadonlySet<string> = new Set();

/** Running totals, and what is made from them. */
export function madeOfTotals({ indicators }: Pick<Reviewed, 'indicators'>): ReadonlySet<string> {
  const totals = indicators.filter(({ kind }) => kind === 'cumulative');
  return new Set(madeFrom(new Set(totals.map(({ id }) => id)), indicators));
}

/** What the figures are held against. */
interface Base {
  readonly kind: ComparisonKind;
  readonly past: Past;
  /** Flows from the base's first month on, where they are told. */
  readonly sums: Sums | null;
  /** Indicators that count from another day than the base's. */
  readonly anew: ReadonlySet<string>;
}

function againstPast(
  summary: Reviewed,
  now: Side,
  { kind, past, sums, anew }: Base,
): readonly Comparison[] {
  const { tree, values } = summary;
  const indicators = summary.indicators.filter((one) => one.kind !== 'hamlets');
  const likes = likeForLike(tree, summary.indicators, now, past);
  const monthsOf = monthsHeld(summary, now, past);
  return [...tree.byCode.keys()].flatMap((unit) =>
    indicators.flatMap((indicator): Comparison[] => {
      const { id } = indicator;
      const value = valueIn(values, unit, id);
      const baseValue = valueIn(past.values, unit, id);
      if (value === null && baseValue === null) return [];
      const beganAnew = anew.has(id);
      const isKnown = value !== null && baseValue !== null && !beganAnew;
      const alike = likes.get(unit)!.get(id)!;
      return [
        {
          kind,
          base: past.period,
          unit,
          indicator: id,
          value,
          baseValue,
          change: isKnown ? value - baseValue : null,
          beganAnew,
          months: monthsOf(unit, indicator),
          like: beganAnew ? { ...alike, change: null } : alike,
          accumulated: indicator.time === 'flow' ? (sums?.(unit, id) ?? null) : null,
        },
      ];
    }),
  );
}

function valueIn(values: Values, unit: string, indicator: string): number | null {
  return values.get(unit)?.get(indicator)?.value ?? null;
}

/** Of flows over several months: in how many of them they were reported, now and then. */
function monthsHeld(
  { tree, indicators, months: { length: of } }: Reviewed,
  now: Side,
  past: Past,
): (unit: string, indicator: Indicator) => MonthsHeld | null {
  if (now.months === null || past.months === null) return () => null;
  const [present, before] = [now.months, past.months].map((reported) =>
    flowMonths(tree, indicators, reported),
  );
  return (unit, { id, time }) =>
    time === 'flow' ? { now: present!(unit, id), base: before!(unit, id), of } : null;
}

type Sums = (unit: string, indicator: string) => Accumulated | null;

/** Flows over all months from the base's first on: the closed ones, and the period itself. */
export function accumulated(
  summary: Reviewed,
  base: Period,
  history: History,
  map: PresentMap,
): Sums {
  const own = monthsOf(summary.period);
  const elapsed = monthsBetween(base, summary.period);
  const closed = history.filter(({ month }) => elapsed.includes(month) && !own.includes(month));
  const { facts, notComparable } = onMap(closed, map);
  const months = closed.length + knownMonths(own, summary.facts).length;
  const flows = summary.indicators.filter(({ time }) => time === 'flow');
  const before = aggregate(summary.tree, foldMonths(facts, flows, elapsed), flows, new Map());
  return (unit, id) => {
    if (notComparable.get(unit)?.has(id)) return null;
    const values = [before, summary.values].flatMap((of) => valueIn(of, unit, id) ?? []);
    if (values.length === 0) return null;
    const value = values.reduce((a, b) => a + b, 0);
    return { value, months, elapsed: elapsed.length };
  };
}

/** The hamlets' own figures out of a summary's. */
export function hamletValues({
  tree,
  values,
}: {
  tree: Summary['tree'];
  values: Values;
}): HamletValues {
  const hamlets = new Map<string, ReadonlyMap<string, number>>();
  for (const [code, { unit }] of tree.byCode) {
    const own = unit.level === 'hamlet' ? values.get(code) : undefined;
    if (own === undefined) continue;
    const known = [...own].flatMap(([id, { value }]) =>
      value === null ? [] : [[id, value] as const],
    );
    hamlets.set(code, new Map(known));
  }
  return hamlets;
}
