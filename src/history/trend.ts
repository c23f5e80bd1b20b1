import { type Period, previousPeriod } from '../core/period.js';
import { type PresentMap, pastOf } from './past.js';
import { beginAnew, type RunningBase } from './running.js';
import type { History, Moment } from './types.js';

/** As far back as the same period last year, for months. */
const MOST_PERIODS = 12;

/**
 * The periods before one, as far back as they are known: the earliest first, those between
 * that were not closed without figures.
 */
export function trendOf(period: Period, history: History, map: PresentMap): readonly Moment[] {
  const moments: Moment[] = [];
  let at = previousPeriod(period);
  for (let n = 0; n < MOST_PERIODS && history.length > 0; n++, at = previousPeriod(at))
    moments.unshift({ period: at, values: pastOf(at, history, map)?.values ?? null });
  const first = moments.findIndex(({ values }) => values !== null);
  return first === -1 ? [] : moments.slice(first);
}

/** The periods, out of a row of them, whose running totals begin anew. */
export function begunAnew(periods: readonly Period[], base: RunningBase): readonly Period[] {
  return periods.filter((period, i) => i > 0 && beginAnew(periods[i - 1]!, period, base));
}
