import { type Month, monthsOf } from '../core/period.js';
import type { FileReport } from '../forms/report.js';
import { readPublished } from '../history/published.js';
import { revisions } from '../history/revision.js';
import { isCountedOn, runningHistory } from '../history/running.js';
import type { PastMonth, Revision } from '../history/types.js';
import { closedDecisionsCsv, inputsCsv, valuesCsv } from '../reports/data/index.js';
import type { HeldPart } from '../rollup/held.js';
import { settle } from '../rollup/settle.js';
import {
  asSavedThen,
  changedInputs,
  closedDecisions,
  closedInputs,
  goneOf,
  hasSameLists,
  listFiles,
} from './closed-inputs.js';
import { collectInputs } from './collect.js';
import { type Before, NOTHING_BEFORE } from './compare.js';
import { decisionsInForce, newDecisions } from './decided-places.js';
import { type MadeFrom, MadeTheSame } from './made-the-same.js';
import { placeDecisions } from './placed-decisions.js';
import { readAll } from './read-all.js';
import { type Reading, type Run, readInputs, rollUp } from './run.js';
import type { RunOptions } from './types.js';
import { monthFolders, type Workspace } from './workspace.js';
import type { ClosedMonth, Unmade } from './workspace-closed.js';
import { contentsOf, inputsOfMonth, isChanged } from './workspace-months.js';
import { reopenings } from './workspace-reopened.js';
import { alteredOf, closedAfter, toldOf } from './workspace-unmade.js';

/** A closed month made anew, since its submissions are not those that it was closed with. */
export interface RestatedMonth {
  readonly month: Month;
  readonly values: string;
  readonly inputs: string;
  readonly decisions: string;
}

/** What is known of the months before a run's own. */
export interface Known {
  readonly before: Before;
  readonly revisions: readonly Revision[];
  readonly restated: readonly RestatedMonth[];
  /** Closed months that should have been made anew, and whose submissions are gone. */
  readonly unmade: ReadonlyMap<Month, Unmade>;
}

/** Is told of a closed month that is made anew: what was read of it, and what it came to. */
export type OnRestated = (reading: Reading, run: Run) => void;

/** The closed months before a run's, as they were closed: without their submissions none is made anew. */
export function historyIn(closed: readonly ClosedMonth[], reading: Reading): Known {
  const history = beforeRun(closed, reading);
  const gone = history.flatMap((closed) => goneOf(closed, new Map()));
  const unmade = new Map(
    history.map((closed, i): [Month, Unmade] => [
      closed.month,
      {
        corrected: closed.lacks,
        reopened: closed.reopenedSince,
        closedSince: closedAfter(history.slice(0, i), closed),
      },
    ]),
  );
  const altered = history.flatMap((closed) => alteredOf(closed, []));
  const before = { ...NOTHING_BEFORE, history, gone, altered, ...toldOf(unmade, reading) };
  return { before, revisions: [], restated: [], unmade };
}

/**
 * The closed months of a workspace before a run's. A month whose submissions came late, were
 * corrected or are gone since is made anew, and so is every closed month after it, whose
 * running totals go on from it: what was published, what it is now, and which submissions
 * made it so. So is one that was closed before an earlier month was (or was again), and one
 * whose totals have a month that is reopened. Where a month's folder is gone, it stands as it was closed.
 * @throws EnvironmentError
 */
export async function historyOf(
  workspace: Workspace,
  closed: readonly ClosedMonth[],
  reading: Reading,
  options: RunOptions,
  onRestated: OnRestated = () => {},
): Promise<Known> {
  const walk = new Walk(workspace, reading, options, onRestated);
  for (const month of beforeRun(closed, reading)) await walk.add(month);
  const known = walk.known();
  const stillIn = new Set(known.before.withReopened.flatMap(({ reopened }) => reopened));
  const open = await openBefore(workspace, closed, reading, options);
  const left = open.filter((month) => !stillIn.has(month));
  return { ...known, before: { ...known.before, open: left } };
}

/**
 * Months that running totals should go on from and do not: they have submissions and are not
 * closed. What came before the first month that is closed was not known to it either, but for one
 * that is reopened.
 */
async function openBefore(
  workspace: Workspace,
  closed: readonly ClosedMonth[],
  { wanted, config }: Reading,
  { cwd }: RunOptions,
): Promise<readonly Month[]> {
  if (wanted === null) return [];
  const first = monthsOf(wanted)[0]!;
  const known = runningHistory(closed, first, config.cumulative).map(({ month }) => month);
  const reopened = new Set((await reopenings(workspace.closed)).map(({ month }) => month));
  const isMissed = (month: Month) => reopened.has(month) || month >= (known[0] ?? month);
  const candidates = (await monthFolders(workspace))
    .filter((month) => isCountedOn(month, first, config.cumulative))
    .filter((month) => !known.includes(month) && isMissed(month));
  const open: Month[] = [];
  for (const month of candidates) {
    const { files } = await collectInputs(await inputsOfMonth(workspace, month), cwd);
    if (files.some((file) => file.finding === undefined)) open.push(month);
  }
  return open;
}

function beforeRun(closed: readonly ClosedMonth[], { wanted }: Reading): readonly ClosedMonth[] {
  const first = wanted === null ? null : monthsOf(wanted)[0]!;
  return first === null ? [] : closed.filter(({ month }) => month < first);
}

/** Goes through the closed months, the earliest first. */
class Walk {
  private readonly workspace: Workspace;
  private readonly reading: Reading;
  private readonly options: RunOptions;
  private readonly onRestated: OnRestated;
  private readonly months: PastMonth[] = [];
  private readonly parts: HeldPart[] = [];
  private readonly gone: Before['gone'][number][] = [];
  private readonly altered: Before['altered'][number][] = [];
  private readonly unmade = new Map<Month, Unmade>();
  private readonly revised: Revision[] = [];
  private readonly restated: RestatedMonth[] = [];
  /** Months made anew whose running totals are others now. */
  private readonly corrected: Month[] = [];
  /** Lists that the run's own totals need not be held against; those of a month made anew may. */
  private unread: (Pick<ClosedMonth, 'month' | 'inputs'> & Pick<Reading, 'files'>)[] = [];
  /** When the months gone through were closed. */
  private readonly closings: { month: Month; closedAt: string }[] = [];
  private readonly same: MadeTheSame;

  constructor(workspace: Workspace, reading: Reading, options: RunOptions, onRestated: OnRestated) {
    this.workspace = workspace;
    this.reading = reading;
    this.options = options;
    this.onRestated = onRestated;
    this.same = new MadeTheSame(workspace, reading, options);
  }

  known(): Known {
    const { months: history, parts, gone, altered, unmade } = this;
    const told = toldOf(unmade, this.reading);
    const before = { ...NOTHING_BEFORE, history, parts, gone, altered, ...told };
    return { before, revisions: this.revised, restated: this.restated, unmade };
  }

  async add(closed: ClosedMonth): Promise<void> {
    const folders = await inputsOfMonth(this.workspace, closed.month);
    const files =
      folders.length === 0 ? [] : (await collectInputs(folders, this.options.cwd)).files;
    const contents = await contentsOf(closed, files);
    const from = { contents, decisions: await this.decisionsOf(closed, files) };
    const closedSince = closedAfter(this.closings, closed);
    const isAsClosed =
      this.restated.length === 0 &&
      closedSince.length + closed.lacks.length + closed.reopenedSince.length === 0 &&
      (isMadeFrom(closed, from) || (await this.same.has(closed, from)));
    this.closings.push(closed);
    this.altered.push(...alteredOf(closed, contents));
    if (files.length === 0 || isAsClosed) {
      this.months.push(closed);
      if (!isAsClosed) this.noteUnmade(closed, closedSince);
      if (this.isCountedOn(closed.month)) this.gone.push(...goneOf(closed, contents));
      const lists = listFiles(closed, contents);
      const { month, inputs } = closed;
      this.unread.push({ month, inputs, files: files.filter(({ name }) => lists.has(name)) });
      await this.readLists(monthsOf(this.reading.wanted!)[0]!);
    } else if (await this.restate(closed, folders, closedSince)) {
      await this.same.add(closed, from);
    }
  }

  /** A month that its submissions are no longer there of, to be made anew from. */
  private noteUnmade(
    { month, lacks, reopenedSince }: ClosedMonth,
    closedSince: readonly Month[],
  ): void {
    const base = this.reading.config.cumulative;
    const isBefore = (one: Month) => isCountedOn(one, month, base);
    const corrected = [...new Set([...lacks, ...this.corrected])].filter(isBefore).sort();
    const since = closedSince.filter(isBefore);
    const reopened = reopenedSince.filter(isBefore);
    if (corrected.length + since.length + reopened.length > 0)
      this.unmade.set(month, { corrected, closedSince: since, reopened });
  }

  /** The decisions that hold of its files now. */
  private async decisionsOf({ month }: ClosedMonth, files: Reading['files']) {
    const { registry } = this.reading.registry;
    return decisionsInForce(await placeDecisions(registry, files, month), files);
  }

  /** @returns true where it came to what was closed, though it was made anew */
  private async restate(
    closed: ClosedMonth,
    inputs: readonly string[],
    closedSince: readonly Month[],
  ): Promise<boolean> {
    const { month } = closed;
    await this.readLists(month);
    const { previous: _, asOf: __, ...options } = this.options;
    const read = await readInputs({ ...options, inputs, period: month });
    const reading = { ...read, reports: asSavedThen(read.reports, closed.inputs) };
    const run = rollUp(reading, {}, this.known().before);
    const { summary } = run;
    this.onRestated(reading, run);
    const changedBefore = [...closed.lacks, ...this.restated.map((one) => one.month)];
    const earlier = { closedSince, reopened: closed.reopenedSince, changedBefore };
    const changed = changedInputs(closed, reading, earlier);
    const found = revisions(month, closed.published, summary, changed);
    this.addParts(reading.reports);
    const inputsNow = closedInputs(reading.reports, summary);
    // Other households under the same figures count on in later totals all the same.
    if (found.length === 0 && hasSameLists(closed.inputs, inputsNow)) {
      this.months.push(closed);
      return true;
    }
    const values = valuesCsv(summary);
    this.months.push(readPublished(month, values, summary.indicators));
    this.revised.push(...found);
    const totals = summary.indicators.flatMap(({ kind, id }) =>
      kind === 'cumulative' ? [id] : [],
    );
    if (found.some(({ indicator }) => totals.includes(indicator))) this.corrected.push(month);
    this.restated.push({
      month,
      values,
      inputs: inputsCsv(inputsNow),
      decisions: closedDecisionsCsv(closedDecisions(reading)),
    });
    return false;
  }

  /** Reads the lists of the earlier months that a month's running totals go on from. */
  private async readLists(before: Month): Promise<void> {
    const { config, registry } = this.reading;
    const { onProgress: _, ...options } = this.options;
    const isCounted = (month: Month) => isCountedOn(month, before, config.cumulative);
    const due = this.unread.filter(({ month }) => isCounted(month));
    this.unread = this.unread.filter(({ month }) => !isCounted(month));
    for (const { month, files, inputs } of due) {
      if (files.length === 0) continue;
      const job = { config, registry: registry.registry, wanted: month };
      this.addParts(asSavedThen((await readAll(files, job, options)).reports, inputs));
    }
  }

  /** Lists of a month that the run's running totals do not go on from tell nothing. */
  private isCountedOn(month: Month): boolean {
    const first = monthsOf(this.reading.wanted!)[0]!;
    return isCountedOn(month, first, this.reading.config.cumulative);
  }

  private addParts(reports: readonly FileReport[]): void {
    const { forms, indicators } = this.reading.config;
    const { units } = this.reading.registry.registry;
    const { parts } = settle(reports, { forms, indicators, units });
    this.parts.push(...parts.filter(({ part }) => part.entries !== null));
  }
}

/** True where neither its files nor the decisions on them are others than when it was closed. */
function isMadeFrom(closed: ClosedMonth, { contents, decisions }: MadeFrom): boolean {
  if (isChanged(closed, contents)) return false;
  return closed.decisions === null || newDecisions(closed.decisions, decisions, []).length === 0;
}
