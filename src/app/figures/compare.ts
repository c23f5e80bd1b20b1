import { type Finding, finding } from '../../core/finding.js';
import { firstFew } from '../../core/first-few.js';
import { isMonth, lastDay, type Month, type Period, previousPeriod } from '../../core/period.js';
import { treeAsOf } from '../../geography/tree.js';
import type { IsoDate, Registry } from '../../geography/types.js';
import { type Past, type PresentMap, pastOf } from '../../history/past.js';
import { lastTotals, type RunningBase, runningHistory } from '../../history/running.js';
import type { History } from '../../history/types.js';
import type { HamletValues, Running } from '../../rollup/fold.js';
import type { HeldPart } from '../../rollup/held.js';
import { repeatedEntities } from '../../rollup/repeats.js';
import type { Today } from '../../rollup/today.js';
import type { Summary } from '../../rollup/types.js';
import type { Config } from '../config/config.js';
import { plausibilityFindings } from './plausibility.js';

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
    before: earlier.length === 0 ? new Map() : lastTotals(earlier, map),
    repeated: repeatedEntities(lists, config.forms, config.indicators, hamletOf),
  };
}

const nowhere = { file: '' };

/** CCDS-C08, CCDS-C10: files of closed months that were changed since. */
export function alteredFindings({ altered }: Before): Finding[] {
  return altered.flatMap(({ month, closed, replaced }) => [
    ...(closed.length === 0
      ? []
      : [finding('CCDS-C08', nowhere, { period: month, files: closed.join(', ') })]),
    ...(replaced.length === 0
      ? []
      : [finding('CCDS-C10', nowhere, { period: month, files: replaced.join(', ') })]),
  ]);
}

/** CCDS-C12: submissions of closed months that can't be read now; one for each reason. */
export function unreadFindings({ unread }: Before): Finding[] {
  return unread.flatMap(({ month, files, lists }) => {
    const reasons = [...new Set(files.map(({ reason }) => reason))];
    return reasons.map((reason, i) => {
      const names = files.flatMap((one) => (one.reason === reason ? [one.file] : []));
      const told = { reason, lists: i > 0 || lists === 0 ? '' : String(lists) };
      return finding('CCDS-C12', nowhere, { period: month, files: firstFew(names), ...told });
    });
  });
}

/** CCDS-D24: what came for closed months and was not taken as a whole. */
export function lateBadFindings({ lateBad }: Before): Finding[] {
  return lateBad.map(({ month, files, rows }) => {
    const told = { files: firstFew(files), rows: rows === 0 ? '' : String(rows) };
    return finding('CCDS-D24', nowhere, { period: month, ...told });
  });
}

/** CCDS-C13: closed months whose closed figures are gone. */
export function lostFindings({ lost }: Before): Finding[] {
  return lost.length === 0 ? [] : [finding('CCDS-C13', nowhere, { months: lost.join(', ') })];
}

type Rolled = Pick<Summary, 'period' | 'tree' | 'indicators' | 'values'>;

/**
 * CCDS-H01, H02, H03 against the closed months: the figures against the previous period's,
 * and a running total against the last one known, however long ago. CCDS-C04: lists of a
 * closed month that are gone.
 */
export function historyFindings(
  rolled: Rolled,
  { history, gone }: Before,
  map: PresentMap,
  base: RunningBase,
  parts: readonly HeldPart[],
): Finding[] {
  const lost = gone.map(({ month, files }) =>
    finding('CCDS-C04', { file: '' }, { files, period: month }),
  );
  if (!isMonth(rolled.period)) return lost;
  const earlier = history.filter(({ month }) => month < rolled.period);
  const previous = previousPeriod(rolled.period);
  const past = pastOf(previous, earlier, map);
  const told = past === null ? [] : against(rolled, previous, comparable(past), parts, base);
  const older = runningHistory(earlier, rolled.period, base).filter(
    ({ month }) => month !== previous,
  );
  const known = new Set(past?.hamlets.keys() ?? []);
  const fell = [...older].reverse().flatMap(({ month, ...rest }) => {
    const totals = lastTotals([{ month, ...rest }], map);
    const unseen = new Map([...totals].filter(([unit]) => !known.has(unit)));
    for (const unit of totals.keys()) known.add(unit);
    return against(rolled, month, unseen, parts, base).filter(({ code }) => code === 'CCDS-H01');
  });
  return [...lost, ...told, ...fell];
}

/** A hamlet's figure that not all of its parts had reported says nothing of how much it grew. */
function comparable({ hamlets, notComparable }: Past): HamletValues {
  return new Map(
    [...hamlets].map(([unit, own]) => {
      const ids = notComparable.get(unit);
      return [unit, ids ? new Map([...own].filter(([id]) => !ids.has(id))) : own];
    }),
  );
}

function against(
  rolled: Rolled,
  period: Period,
  hamlets: HamletValues,
  parts: readonly HeldPart[],
  base: RunningBase,
): Finding[] {
  const values = new Map<string, Map<string, number>>();
  for (const [unit, own] of hamlets) {
    for (const [indicator, value] of own) {
      const ofUnit = values.get(indicator) ?? new Map<string, number>();
      values.set(indicator, ofUnit.set(unit, value));
    }
  }
  return plausibilityFindings(rolled, { period, values }, parts, base);
}
