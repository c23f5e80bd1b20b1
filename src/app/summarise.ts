import type { Code } from '../core/codes.js';
import type { Finding } from '../core/finding.js';
import {
  firstDay,
  isMonth,
  type KnownPeriod,
  type Month,
  monthsOf,
  type Period,
} from '../core/period.js';
import type { FileReport } from '../forms/report.js';
import type { Loaded } from '../geography/load.js';
import { lackingOf, mergedOver } from '../geography/mergers.js';
import { endedName, namesakeOf } from '../geography/namesakes.js';
import { treeAsOf } from '../geography/tree.js';
import type { IsoDate, Node, Registry, Tree } from '../geography/types.js';
import { codesGone } from '../history/codes-gone.js';
import { totalsOfSome } from '../history/merged-totals.js';
import { account } from '../rollup/accounting.js';
import { baselineFindings, statedBaselines } from '../rollup/baselines.js';
import {
  assumedTotals,
  closedOutOfOrder,
  closedUncorrected,
  closedWithReopened,
  missingReports,
  monthsLeftOut,
  monthsMissing,
  totalsRunUp,
} from '../rollup/completeness.js';
import type { Former } from '../rollup/namesakes.js';
import { settle } from '../rollup/settle.js';
import type { Fact, Summary } from '../rollup/types.js';
import { resolveSeverity, withSeverities } from '../rules/index.js';
import type { Config } from './config/config.js';
import type { PlacedDecision } from './decisions/decisions.js';
import { withDecisions } from './decisions/with-decisions.js';
import { type Before, earlierOf, NOTHING_BEFORE, presentMap, runningOf } from './figures/before.js';
import { closedFindings } from './figures/closed-findings.js';
import { historyFindings } from './figures/compare.js';
import { leftBehind } from './figures/left-behind.js';
import { lastDayOf, onMap, todayOn } from './figures/on-map.js';
import { plausibilityFindings } from './figures/plausibility.js';
import { type PreviousResult, previousOn, withoutTotals } from './figures/previous.js';
import { runUpOf } from './figures/run-up.js';
import { sentAgain } from './figures/sent-again.js';
import { statedSince } from './figures/stated-totals.js';
import type { BrokenPackage, Package } from './packages/input.js';
import { bothStated, mergePackages, withPackages } from './packages/merge.js';

/** All that a run has read; plain data. */
export interface Material {
  readonly reports: readonly FileReport[];
  /** What was settled by telephone, on these files. */
  readonly decisions?: readonly PlacedDecision[];
  /** Results of lower levels, to be added up. */
  readonly packages?: readonly (Package | BrokenPackage)[];
  readonly registry: Loaded;
  readonly config: Config;
  /** Null: every month that the sheets state (`validate` without a period). */
  readonly wanted: Period | null;
  /** The day whose map the figures are put on; null: the period's last day. */
  readonly asOf: IsoDate | null;
  readonly previous: PreviousResult | null;
  /** What is known of the months before. */
  readonly before?: Before;
  readonly leftOut: Summary['leftOut'];
}

/** What counts of all that was read: settled against each other, and of the period's months. */
interface Counted {
  readonly settled: ReturnType<typeof settle>;
  readonly merged: ReturnType<typeof mergePackages>;
  readonly months: readonly Month[];
  readonly period: KnownPeriod;
  readonly facts: readonly Fact[];
}

/** What the figures were made of: what is to be told of them shows by it. */
interface Workings {
  readonly before: Before;
  readonly earlier: ReturnType<typeof earlierOf>;
  readonly present: ReturnType<typeof presentMap>;
  readonly running: ReturnType<typeof runningOf>;
  readonly stated: ReturnType<typeof statedBaselines>;
  readonly given: Parameters<typeof leftBehind>[0];
  readonly map: ReturnType<typeof onMap>;
  readonly rolled: Rolled;
}

type Rolled = Pick<Summary, 'period' | 'tree' | 'indicators' | 'values' | 'baselineValues'>;

/** Settles what was read, and rolls it up the unit tree of the period's last day. */
export function summarise(material: Material): Summary {
  const { baselines, forms } = material.config;
  const counted = countedIn(material);
  const { settled, merged, months } = counted;
  const workings = workedOut(counted, material);
  const { map, rolled } = workings;
  return {
    ...rolled,
    months,
    gone: goneFrom(map.tree, months, material),
    baselines,
    forms,
    baselinesStated: map.baselinesStated,
    targets: map.targets,
    facts: map.facts,
    ...(map.restatement !== null && { restatement: map.restatement }),
    ...withPackages(account(settled, map.tree, map.today), merged),
    findings: [...decided(findingsOf(material, counted, workings), material), ...merged.findings],
    replaced: settled.replaced,
    leftOut: material.leftOut,
  };
}

/** Settles the sheets against each other, and the packages against the sheets. */
function countedIn(material: Material): Counted {
  const { config, wanted, reports, packages = [] } = material;
  const { registry } = material.registry;
  const { forms, indicators } = config;
  const settled = settle(reports, {
    forms,
    indicators,
    units: registry.units,
    former: formerIn(registry, config),
    severityOf: (code: Code) => resolveSeverity(code, config.severities),
  });
  const merged = mergePackages(packages, {
    indicators,
    wanted,
    facts: settled.facts,
    files: settled.tables.map(({ file }) => file.file),
    tree: treeAsOf(registry, lastDayOf(wanted ?? '', config)),
  });
  const facts = [...settled.facts, ...merged.facts];
  const months = wanted === null ? statedMonths(facts, settled) : monthsOf(wanted);
  return {
    settled,
    merged,
    months,
    period: wanted ?? months.at(-1) ?? '',
    facts: facts.filter(({ month }) => months.includes(month)),
  };
}

/** The figures of what counts, with all that they go on from. */
function workedOut(
  { settled: { parts }, merged, months, period, facts }: Counted,
  { config, asOf, before = NOTHING_BEFORE, registry: { registry } }: Material,
): Workings {
  const periodEnd = lastDayOf(period, config);
  const day = asOf ?? periodEnd;
  const earlier = earlierOf(before, months, config);
  const present = presentMap(registry, config, day);
  const today = todayOn(registry, config, day);
  const running = runningOf(before, { months, parts }, present, config, today);
  const stated = statedBaselines(parts, config.forms, todayOn(registry, config, periodEnd));
  const given = {
    ...{ facts, registry, config, months, period, asOf, running },
    runUp: runUpOf(before, { facts, months, parts, day, asOf }, registry, config),
    stated: bothStated(stated.values, merged.stated),
  };
  const map = onMap(given);
  const { tree, values, baselineValues } = map;
  const rolled = { period, tree, indicators: config.indicators, values, baselineValues };
  return { before, earlier, present, running, stated, given, map, rolled };
}

/** What the registry says of hamlets that were merged into those of a month. */
function formerIn(registry: Registry, config: Config): Former {
  const dayOf = (month: Month | null) => lastDayOf(month ?? '', config);
  return {
    namesakeOf(unit, month) {
      const node = treeAsOf(registry, dayOf(month)).byCode.get(unit);
      return node === undefined ? null : namesakeOf(registry, node.unit);
    },
    nameOf: (code, month) => endedName(registry, code, dayOf(month)),
    wereOver: (code, month) => mergedOver(registry, code, dayOf(month)),
    lacking(unit, month, named) {
      const day = dayOf(month);
      const node = treeAsOf(registry, day).byCode.get(unit);
      return node === undefined ? [] : lackingOf(registry, node.unit, day, named);
    },
  };
}

/** Units of the months' own maps that are not on the one of the figures. */
function goneFrom(tree: Tree, months: readonly Month[], { registry, config }: Material) {
  const gone = new Map<string, Node>();
  for (const month of months) {
    const { byCode } = treeAsOf(registry.registry, lastDayOf(month, config));
    for (const [code, node] of byCode) if (!tree.byCode.has(code)) gone.set(code, node);
  }
  return gone;
}

/** All that is to be told, as each rule has it. */
function findingsOf(
  { config, wanted, asOf, registry: { registry, findings }, previous }: Material,
  { settled, months }: Counted,
  { before, earlier, present, running, stated, given, map, rolled }: Workings,
): readonly Finding[] {
  const { forms, indicators, cumulative } = config;
  const { tree, facts, values } = map;
  const added = { facts, indicators, values, isStatedSince: statedSince(earlier, map.today) };
  // Nothing is known of the months before, and no sheet states the total (contract, Indicators).
  const assumed =
    wanted === null || beginsAnew(months, config)
      ? []
      : totalsRunUp({ ...added, facts: facts.filter(({ unit }) => !running.before.has(unit)) });
  const toMap = (of: PreviousResult) =>
    withoutTotals(
      previousOn(of, { registry, from: lastDayOf(of.period, config), to: tree.date }),
      assumed,
    );
  return [
    ...settled.findings.map(map.relocate),
    ...findings,
    ...map.findings,
    ...baselineFindings(rolled, asOf === null ? stated : { ...stated, all: [] }, registry),
    ...(previous === null
      ? historyFindings(rolled, before, present, cumulative, settled.parts)
      : plausibilityFindings(rolled, toMap(previous), settled.parts, cumulative)),
    ...(wanted === null ? [] : missingReports(tree, facts, { forms, indicators })),
    ...monthsMissing(months, facts),
    ...monthsLeftOut(before.open, added),
    ...closedOutOfOrder(before.outOfOrder, added),
    ...closedUncorrected(before.uncorrected, added),
    ...closedWithReopened(before.withReopened, added),
    ...closedFindings(before),
    ...sentAgain(settled, months, indicators, before.history),
    ...codesGone(before.history, registry),
    ...leftBehind(given, map, before, settled.parts),
    ...(wanted === null ? [] : totalsOfSome({ earlier, own: byMonth(given) }, present, map.today)),
    ...assumedTotals(assumed),
  ];
}

/** The period's facts, each month's of its own map. */
function byMonth({ facts, months }: Workings['given']) {
  return months.map((month) => ({ month, facts: facts.filter((one) => one.month === month) }));
}

/** The findings with the severities of the config, and what was decided of each. */
function decided(
  findings: readonly Finding[],
  { config, decisions = [], reports, wanted }: Material,
): readonly Finding[] {
  const from = wanted === null ? null : firstDay(wanted, config.calendar, config.cutoff);
  return withDecisions(withSeverities(findings, config.severities), decisions, reports, from);
}

/** The first of the months that running totals count from: nothing of an earlier one is missing. */
function beginsAnew([first]: readonly Month[], { cumulative }: Config): boolean {
  return cumulative === 'year' && first !== undefined && first.endsWith('-01');
}

/** Without a period asked for: the months that the sheets state, of those that count if any do. */
function statedMonths(facts: readonly Fact[], { tables }: Counted['settled']): Month[] {
  const counted = monthsAmong(facts.map(({ month }) => month));
  if (counted.length > 0) return counted;
  return monthsAmong(tables.flatMap(({ table }) => table?.periodText ?? []));
}

function monthsAmong(periods: readonly string[]): Month[] {
  return [...new Set(periods)].filter(isMonth).sort();
}
