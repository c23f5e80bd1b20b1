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

const NOTHING_BESIDE: Review = {
  months: [],
  trend: [],
  anew: [],
  comparisons: [],
  attainments: [],
  carried: [],
  within: [],
};

/** Puts a period's figures beside the earlier ones and the targets. */
export function review(
  summary: Summary,
  history: History,
  { registry, lastDayOf, base = 'launch' }: Around,
): Review {
  const { period } = summary;
  if (period === '') return NOTHING_BESIDE;
  const reviewed = { ...summary, period };
  const before = history.filter(({ month }) => month < summary.months[0]!);
  const map: PresentMap = { ...summary, registry, lastDayOf };
  const trend = trendOf(period, before, map);
  return {
    months: before.map(({ month }) => month),
    trend,
    anew: begunAnew([...trend.map((moment) => moment.period), period], base),
    comparisons: compare(reviewed, before, map, base),
    attainments: attain(reviewed, before, map),
    carried: carryLast(reviewed, before, map, base),
    within: carriedWithin(reviewed),
  };
}
