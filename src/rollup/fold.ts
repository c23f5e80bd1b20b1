import { getOrMake } from '../core/memo.js';
import type { Month } from '../core/period.js';
import type { Indicator } from '../indicators/types.js';
import { type PartlyStated, partlyStated, totalKey, totalOfAll } from './partly-stated.js';
import type { Fact } from './types.js';

/** What hamlets reported, folded over the months of a period: unit → indicator → value. */
export type HamletValues = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Values of one hamlet: indicator → those of the months; null where not reported. */
type ByMonth = Map<string, (number | null)[]>;

/** What running totals go on from, beside the months' own facts. */
export interface Running {
  /** Totals known before the first of the months: unit → cumulative indicator → value. */
  readonly before: HamletValues;
  /** Where these are not known, as they were left blank: what counts in them of those months. */
  readonly pending: HamletValues;
  /** Of a month's own, how many were counted in an earlier month already. */
  readonly repeated: (indicator: string, unit: string, month: Month) => number;
}

const FROM_NOTHING: Running = { before: new Map(), pending: new Map(), repeated: () => 0 };

/**
 * Folds facts over time (contract, Periods): flows add up; a stock is the value of the
 * last month that the hamlet reported; a running total is the one stated, else the last
 * one plus those of the month that were not counted before; where none is known, as it was left
 * blank, what those months counted stands for it. Of hamlets that were merged, those that state
 * none are added to those that do.
 */
export function foldMonths(
  facts: readonly Fact[],
  indicators: readonly Indicator[],
  months: readonly Month[],
  running: Running = FROM_NOTHING,
): HamletValues {
  const folded = new Map<string, Map<string, number>>();
  const blanks = blanksOf(facts);
  const partly = partlyStated(facts, indicators);
  for (const [unit, byMonth] of sumByMonth(facts, months)) {
    for (const indicator of indicators) {
      if (indicator.kind !== 'cumulative') continue;
      const { id } = indicator;
      runUp(indicator, byMonth, months, {
        before: running.before.get(unit)?.get(id),
        pending: running.pending.get(unit)?.get(id) ?? 0,
        repeatedIn: (month) => running.repeated(id, unit, month),
        isBlank: (month) => blanks.has(keyOf(unit, id, month)),
        partlyIn: (month) => partly.get(totalKey(unit, id, month)),
      });
    }
    const values = new Map<string, number>();
    for (const indicator of indicators) {
      const value =
        indicator.kind === 'sum'
          ? sumOf(indicator.of, values)
          : overTime(indicator, byMonth.get(indicator.id));
      if (value !== null) values.set(indicator.id, value);
    }
    folded.set(unit, values);
  }
  return folded;
}

/** A sum of other indicators; an addend that was not reported is left out. */
function sumOf(ids: readonly string[], values: ReadonlyMap<string, number>): number | null {
  let sum: number | null = null;
  for (const id of ids) {
    const value = values.get(id);
    if (value !== undefined) sum = (sum ?? 0) + value;
  }
  return sum;
}

/** Parts of one hamlet and month add up; blank stays blank. */
function sumByMonth(facts: readonly Fact[], months: readonly Month[]): Map<string, ByMonth> {
  const units = new Map<string, ByMonth>();
  const order = new Map(months.map((month, i) => [month, i]));
  const blank = months.map(() => null);
  for (const { unit, month, indicator, value } of facts) {
    if (value === null) continue;
    const byMonth = getOrMake(units, unit, (): ByMonth => new Map());
    const at = order.get(month);
    if (at === undefined) continue;
    const values = getOrMake(byMonth, indicator, (): (number | null)[] => [...blank]);
    values[at] = (values[at] ?? 0) + value;
  }
  return units;
}

/** What was there to be filled in and was not (contract, Forms: blank is not zero). */
function blanksOf(facts: readonly Fact[]): ReadonlySet<string> {
  const blanks = new Set<string>();
  for (const { unit, indicator, month, value } of facts)
    if (value === null) blanks.add(keyOf(unit, indicator, month));
  return blanks;
}

const keyOf = (...parts: readonly string[]): string => parts.join('\n');

/** A flow adds up; of a stock stands the last value. */
function overTime({ time }: Indicator, values: readonly (number | null)[] = []): number | null {
  let known: number | null = null;
  for (const value of values)
    if (value !== null) known = time === 'flow' ? (known ?? 0) + value : value;
  return known;
}

/** What a hamlet's running total goes on from, and what its sheets leave out of it in a month. */
interface RunningTotal {
  /** The total known before the first of the months. */
  readonly before: number | undefined;
  /** Where that is not known: what months counted whose total was left blank. */
  readonly pending: number;
  /** How many of a month's own were counted in an earlier month already. */
  readonly repeatedIn: (month: Month) => number;
  readonly isBlank: (month: Month) => boolean;
  readonly partlyIn: (month: Month) => PartlyStated | undefined;
}

/**
 * Without history, a first month's running total is what it reported (contract, Indicators),
 * but where a sheet has a column for the total and leaves it blank: then it is not known until a
 * sheet states it, or a later one has no such column.
 */
function runUp(
  { id, of }: Extract<Indicator, { kind: 'cumulative' }>,
  byMonth: ByMonth,
  months: readonly Month[],
  total: RunningTotal,
): void {
  const totals = byMonth.get(id) ?? months.map(() => null);
  const flows = byMonth.get(of);
  let { before, pending } = total;
  months.forEach((month, i) => {
    const flow = flows?.[i] ?? null;
    const partly = total.partlyIn(month);
    const isKnown = before !== undefined || !total.isBlank(month);
    if (partly !== undefined) totals[i] = totalOfAll(partly, before, total.repeatedIn(month));
    else if (totals[i] === null && flow !== null) {
      const added = flow - total.repeatedIn(month);
      if (isKnown) totals[i] = (before ?? pending) + added;
      else pending += added;
    }
    before = totals[i] ?? before;
  });
  if (totals.some((one) => one !== null)) byMonth.set(id, totals);
}
