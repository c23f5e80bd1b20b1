import { append } from '../../core/append.js';
import { type Month, monthsOf } from '../../core/period.js';
import type { FileReport } from '../../forms/report.js';
import { readPublished } from '../../history/published.js';
import { revisions } from '../../history/revision.js';
import { isCountedOn } from '../../history/running.js';
import type { PastMonth, Revision } from '../../history/types.js';
import { closedDecisionsCsv, inputsCsv, valuesCsv } from '../../reports/data/index.js';
import type { HeldPart } from '../../rollup/held.js';
import { settle } from '../../rollup/settle.js';
import type { Summary } from '../../rollup/types.js';
import { placeDecisions } from '../decisions/placed-decisions.js';
import { type Before, type LateBad, NOTHING_BEFORE, type UnreadMonth } from '../figures/before.js';
import { heldBy } from '../figures/sent-again.js';
import { statedIn } from '../figures/stated-totals.js';
import { collectInputs } from '../inputs/collect.js';
import { readAll } from '../read-all.js';
import { type Reading, readInputs, rollUp } from '../run.js';
import type { RunOptions } from '../types.js';
import type { ClosedMonth, Unmade } from './closed.js';
import {
  asSavedThen,
  changedInputs,
  closedDecisions,
  closedInputs,
  countedIn,
  goneOf,
  hasSameLists,
  listFiles,
} from './closed-inputs.js';
import { decisionsInForce } from './decided-places.js';
import type { Known, OnRestated, RestatedMonth } from './known.js';
import { badOf } from './late-bad.js';
import { isMadeFrom, MadeTheSame } from './made-the-same.js';
import { contentsIn, contentsOf, inputsOfMonth, type MonthContents, unreadOf } from './months.js';
import { alteredOf, closedAfter, toldOf } from './unmade.js';
import type { Workspace } from './workspace.js';

/** Goes through the closed months, the earliest first. */
export class Walk {
  private readonly workspace: Workspace;
  private readonly reading: Reading;
  private readonly options: RunOptions;
  private readonly onRestated: OnRestated;
  private readonly months: PastMonth[] = [];
  private readonly parts: HeldPart[] = [];
  private readonly gone: Before['gone'][number][] = [];
  private readonly altered: Before['altered'][number][] = [];
  private readonly unread: UnreadMonth[] = [];
  private readonly lateBad: LateBad[] = [];
  private readonly unmade = new Map<Month, Unmade>();
  private readonly revised: Revision[] = [];
  private readonly restated: RestatedMonth[] = [];
  /** Months made anew whose running totals are others now. */
  private readonly corrected: Month[] = [];
  /** Lists that the run's own totals need not be held against; those of a month made anew may. */
  private unheld: (Pick<ClosedMonth, 'month' | 'inputs'> & Pick<Reading, 'files'>)[] = [];
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
    const [history, parts, gone] = [[...this.months], [...this.parts], [...this.gone]];
    const [altered, unread] = [[...this.altered], [...this.unread]];
    const lateBad = [...this.lateBad];
    const unmade = new Map(this.unmade);
    const told = toldOf(unmade, this.reading);
    const before = { ...NOTHING_BEFORE, history, parts, gone, altered, unread, lateBad, ...told };
    return { before, revisions: [...this.revised], restated: [...this.restated], unmade };
  }

  async add(closed: ClosedMonth): Promise<void> {
    const folders = await inputsOfMonth(this.workspace, closed.month);
    const files =
      folders.length === 0 ? [] : (await collectInputs(folders, this.options.cwd)).files;
    const now = await contentsOf(closed, files, this.options);
    const { contents, unread } = now;
    const from = { contents, decisions: await this.decisionsOf(closed, files) };
    const closedSince = closedAfter(this.closings, closed);
    const { lacks, reopenedSince, unheld } = closed;
    const isAsClosed =
      this.restated.length === 0 &&
      closedSince.length + lacks.length + reopenedSince.length + unheld.length === 0 &&
      (isMadeFrom(closed, from) || (await this.same.has(closed, from)));
    this.closings.push(closed);
    append(this.altered, alteredOf(closed, contents));
    const canBeMade = files.length > 0 && unread.length === 0 && this.canHoldLists(closed.month);
    if (isAsClosed || !canBeMade) {
      if (!isAsClosed) this.noteUnmade(closed, closedSince);
      await this.stand(closed, files, now);
    } else if (await this.restate(closed, folders, closedSince)) {
      await this.same.add(closed, from);
    }
  }

  /** False where a month made anew would count households again that earlier lists may have. */
  private canHoldLists(month: Month): boolean {
    const { cumulative } = this.reading.config;
    return !this.unread.some((one) => one.lists > 0 && isCountedOn(one.month, month, cumulative));
  }

  /** A month is what was published of it; its lists are there for the totals that go on from it. */
  private async stand(
    closed: ClosedMonth,
    files: Reading['files'],
    { contents, unread }: MonthContents,
  ): Promise<void> {
    const { month, inputs } = closed;
    this.months.push(closed);
    const gone = goneOf(closed, contents);
    if (unread.length > 0) this.unread.push({ month, files: unread, lists: gone[0]?.files ?? 0 });
    else if (this.isCountedOn(month)) append(this.gone, gone);
    const lists = listFiles(closed, contents);
    this.unheld.push({ month, inputs, files: files.filter(({ name }) => lists.has(name)) });
    await this.readLists(this.first);
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
    const unread = unreadOf(closed, read.reports);
    if (unread.length > 0) {
      await this.stand(closed, read.files, { contents: contentsIn(read.reports), unread });
      return false;
    }
    const reading = { ...read, reports: asSavedThen(read.reports, closed.inputs) };
    const run = rollUp(reading, {}, this.known().before);
    this.onRestated(reading, run);
    const changed = this.changedInputs(closed, reading, closedSince);
    const found = revisions(month, closed.published, run.summary, changed);
    const bad = badOf(changed.come, run.summary);
    if (bad.files.length > 0) this.lateBad.push({ month, ...bad });
    this.addParts(reading.reports);
    const inputsNow = closedInputs(reading.reports, run.summary);
    // Other households under the same figures count on in later totals all the same.
    if (found.length === 0 && hasSameLists(closed.inputs, inputsNow)) {
      this.months.push(closed);
      // What is wrong with a file is told each time, as long as it is there.
      return bad.files.length === 0;
    }
    this.keep(month, reading, run.summary, inputsNow);
    this.noteRevised(month, found, run.summary);
    return false;
  }

  /** What of a month's submissions is not as it was closed, or of the months before it. */
  private changedInputs(closed: ClosedMonth, reading: Reading, closedSince: readonly Month[]) {
    const restated = this.restated.map((one) => one.month);
    const changedBefore = [...closed.lacks, ...closed.unheld, ...restated];
    return changedInputs(closed, reading, {
      closedSince,
      reopened: closed.reopenedSince,
      changedBefore,
    });
  }

  /** A month stands as it was made anew. */
  private keep(
    month: Month,
    reading: Reading,
    summary: Summary,
    inputsNow: ReturnType<typeof closedInputs>,
  ): void {
    const values = valuesCsv(summary);
    const published = readPublished(month, values, summary.indicators);
    const held = { stated: statedIn(inputsNow), heldBy: heldBy(month, inputsNow) };
    this.months.push({ ...published, ...held });
    this.restated.push({
      month,
      values,
      inputs: inputsCsv(inputsNow),
      decisions: closedDecisionsCsv(closedDecisions(reading)),
    });
  }

  private noteRevised(month: Month, found: readonly Revision[], { indicators }: Summary): void {
    append(this.revised, found);
    const totals = new Set(indicators.flatMap(({ kind, id }) => (kind === 'cumulative' ? id : [])));
    if (found.some(({ indicator }) => totals.has(indicator))) this.corrected.push(month);
  }

  /** Reads the lists of the earlier months that a month's running totals go on from. */
  private async readLists(before: Month): Promise<void> {
    const { config, registry } = this.reading;
    const { onProgress: _, ...options } = this.options;
    const isCounted = (month: Month) => isCountedOn(month, before, config.cumulative);
    const due = this.unheld.filter(({ month }) => isCounted(month));
    this.unheld = this.unheld.filter(({ month }) => !isCounted(month));
    for (const { month, files, inputs } of due) {
      if (files.length === 0) continue;
      const job = { config, registry: registry.registry, wanted: month };
      const { reports } = await readAll(files, job, options);
      this.addParts(asSavedThen(reports, inputs), countedIn(inputs));
    }
  }

  /** The first month of the run's own. */
  private get first(): Month {
    return monthsOf(this.reading.wanted!)[0]!;
  }

  /** Lists of a month that the run's running totals do not go on from tell nothing. */
  private isCountedOn(month: Month): boolean {
    return isCountedOn(month, this.first, this.reading.config.cumulative);
  }

  /** @param isCounted of lists alone, whose files may have been replaced by others: whether they were not */
  private addParts(
    reports: readonly FileReport[],
    isCounted: ReturnType<typeof countedIn> = () => true,
  ): void {
    const { forms, indicators } = this.reading.config;
    const { units } = this.reading.registry.registry;
    const { parts } = settle(reports, { forms, indicators, units });
    append(
      this.parts,
      parts.filter((held) => held.part.entries !== null && isCounted(held)),
    );
  }
}
