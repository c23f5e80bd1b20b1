import { EnvironmentError } from '../core/errors.js';
import type { Lang } from '../core/lang.js';
import { fold } from '../core/text.js';
import { totalsBefore } from '../history/running.js';
import { indicatorIn } from '../indicators/numerator.js';
import type { Indicator } from '../indicators/types.js';
import type { TracedFigure } from '../reports/trace-text.js';
import type { Summary } from '../rollup/types.js';
import { type Config, loadConfig } from './config/config.js';
import { type Before, earlierOf, presentMap } from './figures/before.js';
import { type Earlier, Tracer } from './figures/tracer.js';
import { type Reading, readInputs, rollUp } from './run.js';
import type { RunOptions } from './types.js';
import { wantedUnit } from './wanted-unit.js';
import { closedIn, knownBefore, withClosedTimes } from './workspace/run-in-time.js';
import { inWorkspace, neededPeriod, withWorkspace } from './workspace/workspace.js';

/** What is asked of `ccds trace`: one figure of one unit. */
export interface TraceOptions extends RunOptions {
  readonly indicator: string;
  /** Code or name. */
  readonly unit: string;
}

/**
 * Traces a figure to the submissions, sheets and rows that made it, and a running total to the
 * closed months that it goes on from. In a workspace it needs no INPUT, as the other commands.
 * @throws EnvironmentError `indicator-unknown`, `unit-missing`, `unit-several`, and those of `rollup`
 */
export async function trace(given: TraceOptions): Promise<TracedFigure> {
  const { config } = (await withWorkspace(given)).options;
  const indicator = wantedIndicator(
    await loadConfig(config, given.cwd),
    given.indicator,
    given.lang,
  );
  const { options, workspace } = await inWorkspace(given);
  await neededPeriod(options);
  const read = await readInputs(options);
  const closed = await closedIn(workspace, read);
  const reading = withClosedTimes(read, closed);
  const { before } = await knownBefore(workspace, closed, reading, options);
  const { summary } = rollUp(reading, options, before);
  const root = wantedUnit(summary.tree, reading.registry.registry, options.unit);
  const earlier = closedTotals(before, summary, reading);
  const tracer = new Tracer(summary, reading.reports, reading.config.forms, earlier);
  const value = summary.values.get(root.unit.code)?.get(indicator.id);
  return {
    period: summary.period,
    indicator: indicator.id,
    label: indicator.label,
    ratio:
      indicator.kind === 'ratio'
        ? {
            value: value?.value ?? null,
            denominator: value?.denominator ?? null,
            show: indicator.show,
          }
        : null,
    made: additive(indicator, summary.indicators).map((one) => ({
      indicator: one.id,
      label: one.label,
      root: tracer.unit(root, one),
    })),
  };
}

/** What the closed months give the running totals to go on from. */
function closedTotals(before: Before, { months, tree }: Summary, reading: Reading): Earlier {
  const { config, registry } = reading;
  const earlier = earlierOf(before, months, config);
  const month = earlier.at(-1)?.month ?? '';
  if (month === '') return { month, totals: new Map() };
  const map = presentMap(registry.registry, config, tree.date);
  const { before: known, pending } = totalsBefore(earlier, map);
  const units = new Set([...pending.keys(), ...known.keys()]);
  const both = (unit: string) => [...(pending.get(unit) ?? []), ...(known.get(unit) ?? [])];
  return { month, totals: new Map([...units].map((unit) => [unit, new Map(both(unit))])) };
}

/** By its id, or as it is called in one of the languages. */
function wantedIndicator({ indicators }: Config, id: string, lang: Lang): Indicator {
  const called = fold(id);
  const found =
    indicators.find((one) => one.id === id) ??
    indicators.find(({ label }) => Object.values(label).some((name) => fold(name) === called));
  if (found !== undefined) return found;
  const widest = Math.max(...indicators.map((one) => one.id.length));
  const known = indicators
    .map((one) => `\n  ${one.id.padEnd(widest)}  ${one.label[lang]}`)
    .join('');
  throw new EnvironmentError('indicator-unknown', { indicator: id, known });
}

/** What a figure adds up: a ratio's numerator, a sum's addends, else the indicator itself. */
function additive(indicator: Indicator, all: readonly Indicator[]): readonly Indicator[] {
  const named = (id: string) => all.filter((one) => one.id === id);
  if (indicator.kind === 'sum') return indicator.of.flatMap(named);
  if (indicator.kind !== 'ratio') return [indicator];
  const { numerator } = indicator;
  const id = indicatorIn(numerator);
  return named(id).flatMap((one) => additive(one, all));
}
