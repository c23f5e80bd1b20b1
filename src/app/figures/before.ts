import { lastDay, type Month } from '../../core/period.js';
import { treeAsOf } from '../../geography/tree.js';
import type { IsoDate, Registry } from '../../geography/types.js';
import type { PresentMap } from '../../history/past.js';
import { runningHistory, totalsBefore } from '../../history/running.js';
import type { History } from '../../history/types.js';
import type { Running } from '../../rollup/fold.js';
import type { HeldPart } from '../../rollup/held.js';
import { repeatedEntities } from '../../rollup/repeats.js';
import type { Today } from '../../rollup/today.js';
import type { Config } from '../config/config.js';

/** What is known of the months before a run's own. */
export interface Before {
  readonly history: History;
  /** Lists of the earlier months that a running total goes on from. */
  readonly parts: readonly HeldPart[];
  /** Months whose lists are no longer there, and how many files held them. */
  readonly gone: readonly { readonly month: Month; readonly files: number }[];
  /** Earlier months that have submissions and are not closed: nothing here is of them. */
  readonly open: readonly Month[];
  /** Closed months that stand as they are, though others before them were closed since. */
  readonly outOfOrder: readonly { readonly month: Month; readonly closedSince: readonly Month[] }[];
  /** Closed months that stand as they are, though others before them were corrected since. */
  readonly uncorrected: readonly { readonly month: Month; readonly corrected: readonly Month[] }[];
  /** Closed months that stand as they are, though others in their totals are reopened since. */
  readonly withReopened: readonly { readonly month: Month; readonly reopened: readonly Month[] }[];
  /** Closed months with files, of ccds's own or of the submissions, that are not what they were. */
  readonly altered: readonly AlteredMonth[];
  /** Closed months that stand as they are, as some of their submissions can't be read now. */
  readonly unread: readonly UnreadMonth[];
  /** Closed months with submissions that came since, and were rejected in part or whole. */
  readonly lateBad: readonly LateBad[];
  /** Months that were closed by the journal, and whose closed figures are gone. */
  readonly lost: readonly Month[];
}

/** A closed month of which files were changed since. */
export interface AlteredMonth {
  readonly month: Month;
  /** Of its closed figures: `closed/2024-09/values.csv`. */
  readonly closed: readonly string[];
  /** Submissions that have another content under the same name. */
  readonly replaced: readonly string[];
}

/** A submission that the system can't read: its name, and the system's word. */
export interface UnreadFile {
  readonly file: string;
  readonly reason: string;
}

/** A closed month with submissions that can't be read now, and could at its closing. */
export interface UnreadMonth {
  readonly month: Month;
  readonly files: readonly UnreadFile[];
  /** Files with lists of households (or the like) that running totals can't be held against. */
  readonly lists: number;
}

/** Submissions that came after their month was closed, and were rejected in part or whole. */
export interface LateBad {
  readonly month: Month;
  readonly files: readonly string[];
  /** Rows of them that were rejected. */
  readonly rows: number;
}

/** Of a run that knows of no closed months. */
export const NOTHING_BEFORE: Before = {
  history: [],
  parts: [],
  gone: [],
  open: [],
  outOfOrder: [],
  uncorrected: [],
  withReopened: [],
  altered: [],
  unread: [],
  lateBad: [],
  lost: [],
};

/** The map of a day, as history looks at it. */
export function presentMap(registry: Registry, config: Config, day: IsoDate): PresentMap {
  const { calendar, cutoff, indicators } = config;
  const lastDayOf = (month: Month) => lastDay(month, calendar, cutoff);
  return { registry, tree: treeAsOf(registry, day), indicators, lastDayOf };
}

/** The closed months that the running totals of some months go on from. */
export function earlierOf(
  { history }: Before,
  [first]: readonly Month[],
  { cumulative }: Config,
): History {
  return first === undefined ? [] : runningHistory(history, first, cumulative);
}

/** What the running totals of a period's months go on from; `parts` are its own lists. */
export function runningOf(
  before: Before,
  { months, parts }: { readonly months: readonly Month[]; readonly parts: readonly HeldPart[] },
  map: PresentMap,
  config: Config,
  today: Today,
): Running {
  const earlier = earlierOf(before, months, config);
  const known = new Set<Month | null>([...earlier.map(({ month }) => month), ...months]);
  const lists = [...before.parts, ...parts].filter(({ month }) => known.has(month));
  const hamletOf = (unit: string, month: Month) => today(unit, month).unit;
  return {
    ...totalsBefore(earlier, map),
    repeated: repeatedEntities(lists, config.forms, config.indicators, hamletOf),
  };
}
