import { type Month, monthsOf, type Period } from '../core/period.js';
import type { BaselineValues } from '../geography/baselines.js';
import type { IsoDate, Registry, Tree } from '../geography/types.js';
import { closes, opens } from '../geography/validity.js';
import type { Indicator } from '../indicators/types.js';
import { aggregate } from '../rollup/aggregate.js';
import { foldMonths, type HamletValues } from '../rollup/fold.js';
import type { NotComparable } from '../rollup/restatement.js';
import type { Values } from '../rollup/types.js';
import { both, partlyReported } from './partly-reported.js';
import { type ReportedMonths, reportedMonths } from './reported-months.js';
import { type Restated, restate } from './restate.js';
import { restateBaselines } from './restate-baselines.js';
import { leaveOutNotComparable } from './restate-values.js';
import type { History, PastMonth } from './types.js';

/** The map that earlier figures are put on: that of the period under review. */
export interface PresentMap {
  readonly registry: Registry;
  readonly tree: Tree;
  readonly indicators: readonly Indicator[];
  /** Last day of a month, whose map its figures stand on. */
  readonly lastDayOf: (month: Month) => IsoDate;
}

/** An earlier period's figures on the present map. */
export interface Past {
  readonly period: Period;
  readonly hamlets: HamletValues;
  readonly values: Values;
  readonly baselines: BaselineValues;
  /** The months that the figures are of; null of a period of a single month. */
  readonly months: ReportedMonths | null;
  /**
   * Units whose figures are no whole: a split leaves them unknown, or of the hamlets that
   * became this one not all had reported.
   */
  readonly notComparable: NotComparable;
}

/** The figures of an earlier period; null unless all of its months were closed. */
export function pastOf(period: Period, history: History, map: PresentMap): Past | null {
  const months = monthsOf(period);
  const known = months.flatMap((month) => history.find((one) => one.month === month) ?? []);
  if (known.length < months.length) return null;
  const moved = onMap(known, map);
  const hamlets = foldMonths(moved.facts, map.indicators, months);
  const baselines = pastBaselines(known.at(-1)!, map);
  const all = aggregate(map.tree, hamlets, map.indicators, baselines);
  const values = leaveOutNotComparable(all, moved, map.tree, map.indicators);
  const isMoved = !isSameMap(map.registry, map.lastDayOf(months.at(-1)!), map.tree.date);
  const partly = isMoved ? partlyReported(known, map) : new Map();
  const notComparable = both(moved.notComparable, partly);
  const reported = months.length === 1 ? null : reportedMonths(moved.facts, months);
  return { period, hamlets, values, baselines, months: reported, notComparable };
}

/** Facts of closed months on the present map. */
export function onMap(
  months: readonly PastMonth[],
  { registry, tree, indicators, lastDayOf }: PresentMap,
): Pick<Restated, 'facts' | 'notComparable' | 'unallocated'> {
  const facts = months.flatMap((past) => past.facts);
  const moved = months.some(({ month }) => !isSameMap(registry, lastDayOf(month), tree.date));
  if (!moved) return { facts, notComparable: new Map(), unallocated: [] };
  return restate(facts, { registry, lastDayOf, to: tree.date, indicators });
}

/** True where no unit begins or ends between two days, whichever of them is the later. */
export function isSameMap(registry: Registry, a: IsoDate, b: IsoDate): boolean {
  const [first, last] = a < b ? [a, b] : [b, a];
  return registry.units.every(
    (unit) =>
      !(opens(unit) > first && opens(unit) <= last) &&
      !(closes(unit) >= first && closes(unit) < last),
  );
}

/** The published denominators, on the present map as far as they can be told there. */
function pastBaselines({ month, baselines }: PastMonth, map: PresentMap): BaselineValues {
  const { registry, tree } = map;
  const from = map.lastDayOf(month);
  if (isSameMap(registry, from, tree.date)) return baselines;
  const kinds = map.indicators.flatMap((one) =>
    one.kind === 'ratio' && 'baseline' in one.denominator ? [one.denominator.baseline] : [],
  );
  return restateBaselines(baselines, { registry, from, to: tree.date }, [...new Set(kinds)]);
}
