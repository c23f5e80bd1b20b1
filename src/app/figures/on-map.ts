import type { Finding } from '../../core/finding.js';
import { getOrMake, memo } from '../../core/memo.js';
import { type KnownPeriod, lastDay, type Month } from '../../core/period.js';
import { type BaselineValues, baselinesAsOf } from '../../geography/baselines.js';
import { treeAsOf } from '../../geography/tree.js';
import type { IsoDate, Registry, Target, Tree } from '../../geography/types.js';
import { isValidOn, LAST_DAY } from '../../geography/validity.js';
import { restate } from '../../history/restate.js';
import { restateBaselines } from '../../history/restate-baselines.js';
import { restateFindings } from '../../history/restate-findings.js';
import { type Move, placeOf } from '../../history/restate-place.js';
import type { RunUp } from '../../history/restate-types.js';
import { leaveOutNotComparable } from '../../history/restate-values.js';
import { aggregate } from '../../rollup/aggregate.js';
import { foldMonths, type Running } from '../../rollup/fold.js';
import { countRegisteredTeams } from '../../rollup/registered-teams.js';
import type { Restatement } from '../../rollup/restatement.js';
import type { Today } from '../../rollup/today.js';
import type { Fact, Values } from '../../rollup/types.js';
import type { Config } from '../config/config.js';
import { targetsOn } from './targets-on.js';

/** What is to stand on one map: a period's facts, of its months' own maps. */
export interface ToMap {
  readonly facts: readonly Fact[];
  readonly registry: Registry;
  readonly config: Config;
  readonly months: readonly Month[];
  /** Without one it is the newest map. */
  readonly period: KnownPeriod;
  /** The day whose map is asked for; null: the period's own. */
  readonly asOf: IsoDate | null;
  readonly stated: BaselineValues;
  /** What running totals go on from. */
  readonly running?: Running;
  readonly runUp: RunUp;
}

/** A period's figures on one map. */
export interface OnMap {
  readonly tree: Tree;
  readonly facts: readonly Fact[];
  readonly values: Values;
  readonly baselineValues: BaselineValues;
  readonly baselinesStated: BaselineValues;
  readonly targets: readonly Target[];
  readonly restatement: Restatement | null;
  readonly findings: readonly Finding[];
  /** Where the hamlets of a month are on the map. */
  readonly today: Today;
  /** A finding with its unit as the map has it. */
  readonly relocate: (found: Finding) => Finding;
}

/**
 * Puts a period's facts on the map of its last day (contract, Periods), or of the day asked
 * for, and rolls them up there. Baselines are those in force on the period's last day.
 */
export function onMap(given: ToMap): OnMap {
  const { registry, config, months, asOf } = given;
  const { calendar, cutoff, indicators } = config;
  const own = lastDayOf(given.period, config);
  const move: Move = { registry, from: own, to: asOf ?? own };
  const tree = treeAsOf(registry, move.to);
  const dateOf = (month: Month) => lastDay(month, calendar, cutoff);
  const teams = countRegisteredTeams(given.facts, registry, dateOf);
  const remapping = { registry, lastDayOf: dateOf, to: move.to, indicators };
  const restated = restate(teams.facts, remapping, given.runUp);
  const baselines = baselinesOn(given, move);
  const today = todayOn(registry, config, move.to);
  const served = new Map([['teams', servedOn(teams.served, given, today)]]);
  const folded = foldMonths(restated.facts, indicators, months, given.running);
  const values = aggregate(tree, folded, indicators, baselines.values, served);
  const { unallocated, notComparable, moved } = restated;
  const targets = targetsOn(registry, move, given.period, config);
  const relocate = (found: Finding) => (asOf === null ? found : relocated(found, move));
  return {
    tree,
    facts: restated.facts,
    values: leaveOutNotComparable(values, restated, tree, indicators),
    baselineValues: baselines.values,
    baselinesStated: baselines.stated,
    targets: targets.targets,
    restatement:
      asOf === null && moved.size === 0
        ? null
        : {
            asOf: move.to,
            periodEnd: own,
            certified: restated.certified.filter(({ month }) => asOf !== null || moved.has(month)),
            unallocated,
            notComparable,
          },
    findings: [
      ...[...teams.findings, ...baselines.findings, ...targets.findings].map(relocate),
      ...restateFindings(restated, tree),
    ],
    today,
    relocate,
  };
}

/** The day whose map is a period's (contract, Periods); the newest one's where nothing states a period. */
export function lastDayOf(period: KnownPeriod, { calendar, cutoff }: Config): IsoDate {
  return period === '' ? LAST_DAY : lastDay(period, calendar, cutoff);
}

const todays = memo((_: Registry) => memo((_: Config) => new Map<IsoDate, Today>()));

/** Where the hamlets of each month are on a day's map; the unit above that holds them, if not. */
export function todayOn(registry: Registry, config: Config, to: IsoDate): Today {
  return getOrMake(todays(registry)(config), to, () => makeToday(registry, config, to));
}

function makeToday(registry: Registry, { calendar, cutoff }: Config, to: IsoDate): Today {
  const ofMonth = (month: Month) =>
    unitOn({ registry, from: lastDay(month, calendar, cutoff), to });
  const months = new Map<Month, ReturnType<typeof unitOn>>();
  return (unit, month) => getOrMake(months, month, () => ofMonth(month))(unit);
}

function unitOn(move: Move): (unit: string) => ReturnType<Today> {
  const find = (unit: string): ReturnType<Today> => {
    const place = placeOf(move, unit);
    const node = place?.kind === 'whole' ? place.at : place?.above;
    return { unit: node?.unit.code ?? null };
  };
  const known = new Map<string, ReturnType<Today>>();
  return (unit) => getOrMake(known, unit, () => find(unit));
}

function baselinesOn({ registry, config, stated }: ToMap, move: Move) {
  const kinds = config.baselines.map(({ id }) => id);
  const own = baselinesAsOf(registry, treeAsOf(registry, move.from), kinds, stated);
  if (move.from === move.to) return own;
  const [values, parts] = [own.values, own.stated].map((some) =>
    restateBaselines(some, move, kinds),
  );
  return { values: values!, stated: parts!, findings: own.findings };
}

/**
 * Hamlets of the map that have a team: those that one served in a month of the period, which
 * still does on its last day.
 */
function servedOn(
  served: ReadonlyMap<Month, ReadonlySet<string>>,
  { registry, config, period }: ToMap,
  today: Today,
): ReadonlySet<string> {
  const last = lastDayOf(period, config);
  const rows = registry.teams.filter((row) => isValidOn(row, last));
  const still = new Set(rows.flatMap(({ unit, serves }) => [unit, ...serves]));
  return new Set(
    [...served].flatMap(([month, codes]) =>
      [...codes].filter((code) => still.has(code)).flatMap((code) => today(code, month).unit ?? []),
    ),
  );
}

function relocated(found: Finding, move: Move): Finding {
  if (found.unit === undefined) return found;
  const place = placeOf(move, found.unit);
  if (place === null) return found;
  const node = place.kind === 'whole' ? place.at : place.above;
  const { unit: _, ...rest } = found;
  return node === null ? rest : { ...rest, unit: node.unit.code };
}
