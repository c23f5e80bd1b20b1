import { type Month, monthsOf } from '../../core/period.js';
import { isCountedOn } from '../../history/running.js';
import type { Before } from '../figures/before.js';
import type { Reading } from '../run.js';
import type { ClosedMonth, Unmade } from './closed.js';

/** What is to be told of months that were not made anew, where the run's totals go on from them. */
export function toldOf(
  unmade: ReadonlyMap<Month, Unmade>,
  { wanted, config }: Reading,
): Pick<Before, 'outOfOrder' | 'uncorrected' | 'withReopened'> {
  const first = wanted === null ? null : monthsOf(wanted)[0]!;
  const counted = (from: readonly Month[], to: Month | null) =>
    to === null ? [] : from.filter((month) => isCountedOn(month, to, config.cumulative));
  const months = counted([...unmade.keys()], first);
  return {
    outOfOrder: months.flatMap((month) => {
      const closedSince = counted(unmade.get(month)!.closedSince, first);
      return closedSince.length === 0 ? [] : [{ month, closedSince }];
    }),
    uncorrected: months.flatMap((month) => {
      const corrected = counted(unmade.get(month)!.corrected, first);
      return corrected.length === 0 ? [] : [{ month, corrected }];
    }),
    withReopened: months.flatMap((month) => {
      const reopened = counted(unmade.get(month)!.reopened ?? [], first);
      return reopened.length === 0 ? [] : [{ month, reopened }];
    }),
  };
}

/** A closed month with the files that are not what they were, if any. */
export function alteredOf(
  { month, inputs, changedFiles: closed }: ClosedMonth,
  now: Iterable<readonly [file: string, sha256: string]>,
): Before['altered'] {
  const before = new Map(inputs.map(({ file, sha256 }) => [file, sha256]));
  const kept = new Set(before.values());
  const replaced = [...now].flatMap(([file, sha256]) => {
    const known = before.get(file) ?? '';
    return known === '' || sha256 === '' || kept.has(sha256) ? [] : [file];
  });
  return closed.length + replaced.length === 0 ? [] : [{ month, closed, replaced }];
}

/** Earlier months that were closed since a month was last held against them. */
export function closedAfter(
  earlier: readonly { readonly month: Month; readonly closedAt: string }[],
  { checkedAt }: ClosedMonth,
): readonly Month[] {
  return earlier.filter(({ closedAt }) => closedAt > checkedAt).map(({ month }) => month);
}
