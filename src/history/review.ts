import type { Period } from '../core/period.js';
import type { Summary } from '../rollup/types.js';
import { attain } from './attain.js';
import { carryLast } from './carry.js';
import { carriedWithin } from './carry-within.js';
import { compare } from './compare.js';
import type { PresentMap } from './past.js';
import type { RunningBase } from './running.js';
import { begunAnew, trendOf } from './trend.js';
import type { History, Review } from './types.js';

/** What a review needs beside the figures. */
interface Around extends Pick<PresentMap, 'registry' | 'lastDayOf'> {
  /** What running totals count from. */
  readonly base?: RunningBase;
}

/** Puts a period's figures beside the earlier ones and the targets. */
export function review(
  summary: Summary,
  history: History,
  { registry, lastDayOf, base = 'launch' }: Around,
): Review {
  const before = history.filter(({ month }) => month < summary.months[0]!);
  const map: PresentMap = { ...summary, registry, lastDayOf };
  const period = summary.period as Period;
  const trend = trendOf(period, before, map);
  return {
    months: before.map(({ month }) => month),
    trend,
    anew: begunAnew([...trend.map((moment) => moment.period), period], base),
    comparisons: compare(summary, before, map, base),
    attainments: attain(summary, before, map),
    carried: carryLast(summary, before, map, base),
    within: carriedWithin(summary),
  };
}
