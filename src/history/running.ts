import { getOrMake } from '../core/memo.js';
import type { Month, Period } from '../core/period.js';
import type { Indicator } from '../indicators/types.js';
import { foldMonths, type HamletValues } from '../rollup/fold.js';
import type { Fact } from '../rollup/types.js';
import { onMap, type PresentMap } from './past.js';
import type { History } from './types.js';

/** What `lũy kế` counts from: the programme's launch, or the year's first month. */
export type RunningBase = 'launch' | 'year';

/** The closed months that a month's running totals go on from. */
export function runningHistory(history: History, month: Month, base: RunningBase): History {
  return history.filter((past) => isCountedOn(past.month, month, base));
}

/** True for an earlier month that a month's running totals go on from. */
export function isCountedOn(earlier: Month, month: Month, base: RunningBase): boolean {
  return earlier < month && (base === 'launch' || earlier.slice(0, 4) === month.slice(0, 4));
}

/**
 * True where the running totals of two periods say nothing of what came between them: they count
 * from the beginnings of different years, and not over the same part of the year.
 */
export function beginAnew(from: Period, to: Period, base: RunningBase): boolean {
  if (base === 'launch') return false;
  return from.slice(0, 4) !== to.slice(0, 4) && from.slice(4) !== to.slice(4);
}

/** Each hamlet's last known running totals, on the present map: what the next month adds to. */
export function lastTotals(history: History, map: PresentMap): HamletValues {
  const totals = map.indicators.filter(({ kind }) => kind === 'cumulative');
  return lastKnown(history, totals, map);
}

/**
 * What hamlets counted in months that left their running totals blank, on the present map. Where
 * no total is known, the next one that can be run up goes on from it.
 */
export function pendingTotals(history: History, map: PresentMap): HamletValues {
  const pending = new Map<string, Map<string, number>>();
  const { facts } = onMap(history, map);
  const keyOf = ({ unit, month }: Fact) => `${unit}\n${month}`;
  for (const total of map.indicators) {
    if (total.kind !== 'cumulative') continue;
    const blanks = facts.filter(({ indicator, value }) => indicator === total.id && value === null);
    const isBlank = new Set(blanks.map(keyOf));
    for (const fact of facts) {
      if (fact.indicator !== total.of || fact.value === null || !isBlank.has(keyOf(fact))) continue;
      const own = getOrMake(pending, fact.unit, () => new Map<string, number>());
      own.set(total.id, (own.get(total.id) ?? 0) + fact.value);
    }
  }
  return pending;
}

/** Each hamlet's last known figures of some counts or running totals, on the present map. */
export function lastKnown(
  history: History,
  stocks: readonly Indicator[],
  map: PresentMap,
): HamletValues {
  const ids = new Set(stocks.map(({ id }) => id));
  const { facts, notComparable } = onMap(history, map);
  const known = facts.filter(
    ({ unit, indicator }) => ids.has(indicator) && !notComparable.get(unit)?.has(indicator),
  );
  const months = history.map(({ month }) => month);
  return foldMonths(known, stocks, months);
}
