import { getOrMake } from '../core/memo.js';
import type { Month, Period } from '../core/period.js';
import type { Indicator } from '../indicators/types.js';
import { foldMonths, type HamletValues, type Running } from '../rollup/fold.js';
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
  return lastKnown(history, totalsIn(map), map);
}

/** What a month's running totals go on from, on the present map. */
export function totalsBefore(
  history: History,
  map: PresentMap,
): Pick<Running, 'before' | 'pending'> {
  if (history.length === 0) return { before: new Map(), pending: new Map() };
  const moved = onMap(history, map);
  const totals = totalsIn(map);
  return { before: lastOf(moved, totals, history), pending: pendingIn(moved.facts, totals) };
}

/** Each hamlet's last known figures of some counts or running totals, on the present map. */
export function lastKnown(
  history: History,
  stocks: readonly Indicator[],
  map: PresentMap,
): HamletValues {
  return lastOf(onMap(history, map), stocks, history);
}

function lastOf(
  { facts, notComparable }: ReturnType<typeof onMap>,
  stocks: readonly Indicator[],
  history: History,
): HamletValues {
  const ids = new Set(stocks.map(({ id }) => id));
  const known = facts.filter(
    ({ unit, indicator }) => ids.has(indicator) && !notComparable.get(unit)?.has(indicator),
  );
  const months = history.map(({ month }) => month);
  return foldMonths(known, stocks, months);
}

/** What hamlets counted in months that left their running totals blank. */
function pendingIn(facts: readonly Fact[], totals: readonly Total[]): HamletValues {
  const pending = new Map<string, Map<string, number>>();
  const keyOf = ({ unit, month }: Fact) => `${unit}\n${month}`;
  for (const { id, of } of totals) {
    const blanks = facts.filter(({ indicator, value }) => indicator === id && value === null);
    const isBlank = new Set(blanks.map(keyOf));
    for (const fact of facts) {
      if (fact.indicator !== of || fact.value === null || !isBlank.has(keyOf(fact))) continue;
      const own = getOrMake(pending, fact.unit, () => new Map<string, number>());
      own.set(id, (own.get(id) ?? 0) + fact.value);
    }
  }
  return pending;
}

type Total = Extract<Indicator, { kind: 'cumulative' }>;

function totalsIn({ indicators }: PresentMap): readonly Total[] {
  return indicators.filter((one) => one.kind === 'cumulative');
}
