import type { Month } from '../../core/period.js';
import { lastDay } from '../../core/period.js';
import { createMatcher, type Matcher } from '../../geography/match.js';
import { treeAsOf } from '../../geography/tree.js';
import type { Gazetteer, IsoDate, Tree } from '../../geography/types.js';
import { LAST_DAY } from '../../geography/validity.js';
import type { ReadingConfig } from './file-reader.js';

/** The map of a month: its tree, and how names are found in it. */
export interface MonthMap {
  readonly tree: Tree;
  readonly matcher: Matcher;
  readonly lastDay: IsoDate | null;
}

/** Maps by month, made when first asked for; the newest for sheets without a period. */
export function monthMaps(
  registry: Gazetteer,
  config: ReadingConfig,
): (month: Month | null) => MonthMap {
  const made = new Map<Month | null, MonthMap>();
  return (month) => {
    let map = made.get(month);
    if (map === undefined) {
      const last = month === null ? null : lastDay(month, config.calendar, config.cutoff);
      const tree = treeAsOf(registry, last ?? LAST_DAY);
      map = { tree, matcher: createMatcher(registry, tree, config.unitAliases), lastDay: last };
      made.set(month, map);
    }
    return map;
  };
}
