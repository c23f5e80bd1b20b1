import type { Code } from '../core/codes.js';
import type { Finding } from '../core/finding.js';
import { firstDay, isMonth, type Month, monthsOf, type Period } from '../core/period.js';
import type { FileReport } from '../forms/report.js';
import type { Loaded } from '../geography/load.js';
import { treeAsOf } from '../geography/tree.js';
import type { IsoDate } from '../geography/types.js';
import { totalsLeftBehind } from '../history/left-behind.js';
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
} from '../rollup/completeness.js';
import { settle } from '../rollup/settle.js';
import type { Fact, Summary } from '../rollup/types.js';
import { resolveSeverity, withSeverities } from '../rules/index.js';
import {
  alteredFindings,
  type Before,
  earlierOf,
  historyFindings,
  NOTHING_BEFORE,
  presentMap,
  runningOf,
} from './compare.js';
import type { Config } from './config.js';
import { type PlacedDecision, withDecisions } from './decisions.js';
import { lastDayOf, onMap, todayOn } from './on-map.js';
import type { BrokenPackage, Package } from './package-input.js';
import { bothStated, mergePackages, withPackages } from './package-merge.js';
import { plausibilityFindings } from './plausibility.js';
import type { Previous } from './previous.js';
import { runUpOf } from './run-up.js';

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
  readonly previous: Previous | null;
  /** What is known of the months before. */
  readonly before?: Before;
  readonly leftOut: Summary['leftOut'];
}

/** Settles what was read, and rolls it up the unit tree of the period's last day. */
export function summarise(material: Material): Summary {
  const { config, wanted, asOf, registry: loaded, previous } = material;
  const { registry } = loaded;
  const { forms, indicators } = config;
  const settled = settle(material.reports, {
    forms,
    indicators,
    units: registry.units,
    severityOf: (code: Code) => resolveSeverity(code, config.severities),
  });
  const merged = mergePackages(material.packages ?? [], {
    forms,
    indicators,
    wanted,
    facts: settled.facts,
    files: settled.tables.map(({ file }) => file.file),
    tree: treeAsOf(registry, lastDayOf(wanted ?? '', config)),
  });
  const allFacts = [...settled.facts, ...merged.facts];
  const months = wanted === null ? statedMonths(allFacts) : monthsOf(wanted);
  const period = wanted ?? months.at(-1) ?? '';
  const inPeriod = allFacts.filter(({ month }) => months.includes(month));
  const ownMap = todayOn(registry, config, lastDayOf(period, config));
  const stated = statedBaselines(settled.parts, forms, ownMap);
  const { before = NOTHING_BEFORE } = material;
  const day = asOf ?? lastDayOf(period, config);
  const present = presentMap(registry, config, day);
  const today = todayOn(registry, config, day);
  const earlier = earlierOf(before, months, config);
  const running = runningOf(before, months, settled.parts, present, config, today);
  const own = { facts: inPeriod, months, parts: settled.parts, day };
  const runUp = runUpOf(before, own, registry, config);
  const map = onMap({
    facts: inPeriod,
    registry,
    config,
    months,
    period,
    asOf,
    running,
    runUp,
    stated: bothStated(stated.values, merged.stated),
  });
  const { tree, facts, values, baselineValues } = map;
  const unallocated = map.restatement?.unallocated ?? [];
  const rolled = { period, tree, indicators, values, baselineValues };
  const findings = [
    ...settled.findings.map(map.relocate),
    ...loaded.findings,
    ...map.findings,
    ...baselineFindings(rolled, asOf === null ? stated : { ...stated, all: [] }, registry),
    ...(previous === null
      ? historyFindings(rolled, before, present, config.cumulative, settled.parts)
      : plausibilityFindings(rolled, previous, settled.parts, config.cumulative)),
    ...(wanted === null ? [] : missingReports(tree, facts, { forms, indicators })),
    ...monthsMissing(months, facts),
    ...monthsLeftOut(before.open, facts, indicators, values),
    ...closedOutOfOrder(before.outOfOrder, facts, indicators, values),
    ...closedUncorrected(before.uncorrected, facts, indicators, values),
    ...closedWithReopened(before.withReopened, facts, indicators, values),
    ...alteredFindings(before),
    ...totalsLeftBehind(earlier, running, present, { facts, months, unallocated }),
    ...(wanted === null || previous !== null || beginsAnew(months, config)
      ? []
      : assumedTotals(
          facts.filter(({ unit }) => !running.before.has(unit)),
          indicators,
          values,
        )),
  ];
  return {
    ...rolled,
    months,
    baselines: config.baselines,
    forms: forms.map(({ id, label }) => ({ id, label })),
    targets: map.targets,
    facts,
    ...(map.restatement !== null && { restatement: map.restatement }),
    ...withPackages(account(settled, tree, map.today), merged),
    findings: [
      ...withDecisions(
        told(findings, config),
        material.decisions ?? [],
        material.reports,
        wanted === null ? null : firstDay(wanted, config.calendar, config.cutoff),
      ),
      ...merged.findings,
    ],
    replaced: settled.replaced,
    leftOut: material.leftOut,
  };
}

/** The first of the months that running totals count from: nothing of an earlier one is missing. */
function beginsAnew([first]: readonly Month[], { cumulative }: Config): boolean {
  return cumulative === 'year' && first !== undefined && first.endsWith('-01');
}

function told(findings: readonly Finding[], config: Config): readonly Finding[] {
  return withSeverities(findings, config.severities);
}

/** Without a period asked for: the months that the sheets state. */
function statedMonths(facts: readonly Fact[]): Month[] {
  return [...new Set(facts.map(({ month }) => month))].filter(isMonth).sort();
}
