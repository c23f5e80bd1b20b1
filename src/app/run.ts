import { EnvironmentError } from '../core/errors.js';
import { type Finding, finding } from '../core/finding.js';
import {
  isMonth,
  lastDay,
  type Month,
  monthsOf,
  type Period,
  parsePeriod,
} from '../core/period.js';
import { sourcedFrom } from '../forms/measures.js';
import type { FileReport } from '../forms/report.js';
import { baselinesAsOf } from '../geography/baselines.js';
import { treeAsOf } from '../geography/tree.js';
import type { Registry, Tree } from '../geography/types.js';
import { account } from '../rollup/accounting.js';
import { aggregate } from '../rollup/aggregate.js';
import { baselineFindings, statedBaselines } from '../rollup/baselines.js';
import { missingReports } from '../rollup/completeness.js';
import { foldMonths } from '../rollup/fold.js';
import { settle } from '../rollup/settle.js';
import type { Summary } from '../rollup/types.js';
import { collectInputs, type InputFile } from './collect.js';
import { type Config, loadConfig } from './config.js';
import { monthMaps } from './maps.js';
import { type ReadingContext, readSubmission } from './read-submission.js';
import { readRegistry } from './registry.js';
import type { RunOptions } from './types.js';

/** All that a run read, before reports are made of it. */
export interface Run {
  readonly summary: Summary;
  readonly config: Config;
  readonly registryPath: string;
}

/**
 * Reads the inputs, settles them and rolls them up.
 * @param exclude the run's own output folder
 * @throws EnvironmentError
 */
export async function run(options: RunOptions, exclude?: string): Promise<Run> {
  const config = await loadConfig(options.config, options.cwd);
  const wanted = wantedPeriod(options.period);
  const registryPath = options.registry ?? config.registry;
  if (registryPath === null || registryPath === undefined)
    throw new EnvironmentError('registry-missing', { path: '' });
  const { registry, findings } = await readRegistry(registryPath, options.cwd);
  options.onProgress?.({ phase: 'finding', done: 0, total: 0 });
  const { files, leftOut } = await collectInputs(
    options.inputs,
    options.cwd,
    exclude === undefined ? {} : { exclude },
  );
  const context: ReadingContext = { config, wanted, mapOf: monthMaps(registry, config) };
  const read = await readAll(files, context, options);
  options.onProgress?.({ phase: 'rolling-up', done: 0, total: 1 });
  const counted = {
    ...leftOut,
    ...(read.own > 0 && { 'own-output': (leftOut['own-output'] ?? 0) + read.own }),
  };
  const summary = summarise(read.reports, registry, findings, config, wanted, counted);
  return { summary, config, registryPath };
}

function wantedPeriod(text: string | undefined): Period | null {
  if (text === undefined) return null;
  const period = parsePeriod(text);
  if (period === null) throw new EnvironmentError('period-bad', { period: text });
  return period;
}

async function readAll(
  files: readonly InputFile[],
  context: ReadingContext,
  { onProgress, signal }: RunOptions,
): Promise<{ reports: FileReport[]; own: number }> {
  const reports: FileReport[] = [];
  let own = 0;
  for (const [done, file] of files.entries()) {
    if (signal?.aborted) throw new EnvironmentError('interrupted');
    onProgress?.({ phase: 'reading', done, total: files.length });
    const read = await readSubmission(file, context);
    if (read === 'own-output') own++;
    else reports.push(read);
  }
  onProgress?.({ phase: 'reading', done: files.length, total: files.length });
  return { reports, own };
}

function summarise(
  reports: readonly FileReport[],
  registry: Registry,
  registryFindings: readonly Finding[],
  config: Config,
  wanted: Period | null,
  leftOut: Summary['leftOut'],
): Summary {
  const { forms, indicators } = config;
  const settled = settle(reports, forms, indicators);
  const months = wanted === null ? statedMonths(settled.facts) : monthsOf(wanted);
  const period = wanted ?? months.at(-1) ?? '';
  const tree = treeAsOf(
    registry,
    period === '' ? '9999-12-31' : lastDay(period as Period, config.calendar, config.cutoff),
  );
  const inPeriod = settled.facts.filter(({ month }) => months.includes(month));
  const kinds = config.baselines.map(({ id }) => id);
  const stated = statedBaselines(settled.parts, forms);
  const baselines = baselinesAsOf(registry, tree, kinds, stated.values);
  const values = aggregate(
    tree,
    foldMonths(inPeriod, indicators, months),
    indicators,
    baselines.values,
  );
  const formIds = forms
    .filter((form) => sourcedFrom(form, indicators).length > 0)
    .map(({ id }) => id);
  const formOf = new Map(
    indicators.flatMap((one) => ('source' in one ? [[one.id, one.source.form] as const] : [])),
  );
  const summary = { tree, indicators, values, baselineValues: baselines.values };
  return {
    period,
    months,
    ...summary,
    baselines: config.baselines,
    forms: forms.map(({ id, label }) => ({ id, label })),
    targets: registry.targets,
    facts: inPeriod,
    ...account(settled, tree),
    findings: [
      ...settled.findings,
      ...registryFindings,
      ...baselines.findings,
      ...baselineFindings(summary, stated, registry),
      ...lostUnits(inPeriod, tree),
      ...(wanted === null
        ? []
        : missingReports(tree, inPeriod, (id) => formOf.get(id) ?? '', formIds)),
    ],
    leftOut,
  };
}

/** Without a period asked for: the months that the sheets state. */
function statedMonths(facts: readonly { readonly month: Month }[]): Month[] {
  return [...new Set(facts.map(({ month }) => month))].filter(isMonth).sort();
}

/** Hamlets of earlier months that the period's map no longer has: told, never dropped in silence. */
function lostUnits(facts: Summary['facts'], tree: Tree): Finding[] {
  const lost = new Set(facts.filter(({ unit }) => !tree.byCode.has(unit)).map(({ unit }) => unit));
  return [...lost].map((unit) =>
    finding('CCDS-U03', { file: '' }, { name: unit, date: tree.date, successors: '' }, { unit }),
  );
}
