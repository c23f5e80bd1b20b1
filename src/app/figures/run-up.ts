import { append } from '../../core/append.js';
import { lastDay, type Month } from '../../core/period.js';
import type { IsoDate, Registry } from '../../geography/types.js';
import { isSameMap } from '../../history/past.js';
import type { RunUp } from '../../history/restate-types.js';
import { foldMonths, type HamletValues } from '../../rollup/fold.js';
import type { HeldPart } from '../../rollup/held.js';
import type { Fact } from '../../rollup/types.js';
import type { Config } from '../config/config.js';
import { type Before, presentMap, runningOf } from './before.js';
import { todayOn } from './on-map.js';

/** A period's own figures, and the day whose map they are put on. */
interface Period {
  readonly facts: readonly Fact[];
  readonly months: readonly Month[];
  readonly parts: readonly HeldPart[];
  readonly day: IsoDate;
  /** The same where it is asked for; null: the period's own. */
  readonly asOf: IsoDate | null;
}

/**
 * The running totals of a period whose map changed, where no sheet states them: each month's on
 * its own map, as its closing has them, so that what is shared out or merged is the same in a
 * month, in its quarter and in later months. Where no map changed they run up by themselves, and
 * are worked out for the account that is asked for alone.
 */
export function runUpOf(
  before: Before,
  { facts, months, parts, day, asOf }: Period,
  registry: Registry,
  config: Config,
): RunUp {
  const dayOf = (month: Month) => lastDay(month, config.calendar, config.cutoff);
  const isMoved = !months.every((month) => isSameMap(registry, dayOf(month), day));
  if (!isMoved && asOf === null) return { facts: [], isMoved };
  const own: Fact[] = [];
  let { history } = before;
  for (const month of months) {
    const ofMonth = facts.filter((fact) => fact.month === month);
    const map = presentMap(registry, config, dayOf(month));
    const today = todayOn(registry, config, dayOf(month));
    const known = { ...before, history };
    const running = runningOf(known, { months: [month], parts }, map, config, today);
    const folded = foldMonths(ofMonth, totalsIn(config), [month], running);
    const made = unstated(ofMonth, folded, config);
    append(own, made);
    const past = { month, facts: [...asFolded(ofMonth, folded, config), ...made] };
    history = [...history, { ...past, baselines: new Map(), published: new Map() }];
  }
  return { facts: own, isMoved };
}

function totalsIn({ indicators }: Config) {
  return indicators.filter((one) => one.kind === 'cumulative');
}

/** What the totals of a month come to, of units that state none. */
function unstated(facts: readonly Fact[], folded: HamletValues, config: Config): readonly Fact[] {
  return totalsIn(config).flatMap(({ id, of }) => {
    const known = facts.filter(({ value }) => value !== null);
    const stated = new Set(known.flatMap((one) => (one.indicator === id ? [one.unit] : [])));
    const flows = known.filter((one) => one.indicator === of && !stated.has(one.unit));
    return [...new Map(flows.map((flow) => [flow.unit, flow])).values()].flatMap((flow) => {
      const value = folded.get(flow.unit)?.get(id);
      return value === undefined ? [] : [{ ...flow, indicator: id, value, isRunUp: true as const }];
    });
  });
}

/** Facts of a month, with the totals of hamlets that were merged as they are of all of them. */
function asFolded(facts: readonly Fact[], folded: HamletValues, config: Config): readonly Fact[] {
  const totals = new Set(totalsIn(config).map(({ id }) => id));
  const told = new Set<string>();
  return facts.flatMap((fact) => {
    const { mergedFrom, ...whole } = fact;
    if (mergedFrom === undefined || !totals.has(fact.indicator)) return [fact];
    const key = `${fact.unit} ${fact.indicator}`;
    if (told.has(key)) return [];
    told.add(key);
    return [{ ...whole, value: folded.get(fact.unit)?.get(fact.indicator) ?? null }];
  });
}
