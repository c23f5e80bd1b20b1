import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '../core/errors.js';
import { jsonText } from '../core/json-text.js';
import { isMonth, type Month } from '../core/period.js';
import { CLOSED_GUIDE, closedGuide } from '../reports/closed-guide.js';
import {
  closedDecisionsCsv,
  filesInTime,
  findingsPieces,
  inputsCsv,
  submissionsCsv,
  valuesPieces,
} from '../reports/data/index.js';
import { askedPeriod } from './asked.js';
import { describer } from './explain.js';
import { CLOSED_MARK } from './inputs/result-mark.js';
import { replaceFolder } from './output/folder.js';
import { writePieces } from './output/write-pieces.js';
import type { RunOptions } from './types.js';
import { VERSION } from './version.js';
import { closedMonths } from './workspace/closed.js';
import { closedDecisions, closedInputs } from './workspace/closed-inputs.js';
import { refuseMisplaced } from './workspace/closed-mark.js';
import { asWorkspaceError, namesIn, readText, writeWhole } from './workspace/files.js';
import { type Entry, linesIn, nextOrder, noteInJournal, whoRuns } from './workspace/journal.js';
import type { RestatedMonth } from './workspace/known.js';
import { locked } from './workspace/lock.js';
import { setAside } from './workspace/reopened.js';
import { type RunInTime, reviewOf, runInTime } from './workspace/run-in-time.js';
import { inWorkspace, monthsIn, needWorkspace, type Workspace } from './workspace/workspace.js';

/** What is asked of `ccds close`. */
export interface CloseOptions extends RunOptions {
  /** Reopen a closed month instead. */
  readonly reopen?: boolean;
  /** Why it is reopened. */
  readonly reason?: string;
}

/** What came of closing a month, or of reopening it. */
export interface CloseResult {
  readonly month: Month;
  readonly reopened: boolean;
  /** Folder of the closed figures; where they were put, of a month that was reopened. */
  readonly path: string;
  /** Of a month that was reopened: earlier ones of which its closing had published new figures. */
  readonly restated: readonly Month[];
  /** What was closed; null of a month that was reopened. */
  readonly run: RunInTime | null;
}

/**
 * Freezes a month: its values, findings, and what they were made of, as plain files under
 * `closed/2024-09/`, whole or not at all. With `reopen`, puts a closed month aside, so that
 * it can be closed anew. Both are written into `closed/journal.csv`.
 * @throws EnvironmentError `workspace-needed`, `workspace-busy`, `period-not-month`,
 *   `period-closed`, `period-open`, `closed-unmarked`, `ledger-damaged`, `reason-needed`, …
 */
export async function close(given: CloseOptions): Promise<CloseResult> {
  const workspace = await needWorkspace(given.cwd);
  if (given.reopen) return locked(workspace, () => reopen(workspace, given));
  if (given.period !== undefined) monthOf(given.period);
  const { options } = await inWorkspace({ ...given, inputs: [] }).catch((error) => {
    throw isMissing(error)
      ? new EnvironmentError('period-empty', { period: given.period! })
      : error;
  });
  return locked(workspace, () => closeMonth(workspace, options));
}

/** A month that nothing lies in submissions/ of: its folder is not there. */
function isMissing(error: unknown): boolean {
  return error instanceof EnvironmentError && error.code === 'input-missing';
}

function monthOf(period: string | undefined): Month {
  const asked = period === undefined ? '' : askedPeriod(period);
  if (isMonth(asked)) return asked;
  throw new EnvironmentError('period-not-month', { period: asked });
}

async function closeMonth(workspace: Workspace, options: CloseOptions): Promise<CloseResult> {
  const month = monthOf(options.period);
  const closed = await closedMonths(workspace.closed);
  if (closed.includes(month)) throw new EnvironmentError('period-closed', { period: month });
  const path = join(workspace.closed, month);
  // What is left of a month that was closed, or somebody else's.
  if ((await namesIn(path)).length > 0) throw new EnvironmentError('closed-unmarked', { path });
  await linesIn(workspace.closed);
  // A share may tell late that a file has changed.
  const run = await runInTime({ ...options, lookInside: true }, workspace);
  // When reports came is closed with the month, and must not be what is left of it.
  if (run.ledgerDamage !== null)
    throw new EnvironmentError('ledger-damaged', { ...run.ledgerDamage });
  const { reports, packages } = run.reading;
  if (reports.length + packages.length === 0)
    throw new EnvironmentError('period-empty', { period: month });
  const at = momentOf(options);
  const order = await nextOrder(workspace);
  await replaceFolder(path, (folder) => writeClosed(folder, run, { at, order }), {
    force: false,
    isOwn: async () => false,
    ...(options.signal && { signal: options.signal }),
  }).catch((error) => {
    throw asWorkspaceError(error, path);
  });
  await noteInJournal(workspace, { at, action: 'close', month, reason: '' });
  await writeGuide(workspace, run);
  return { month, reopened: false, path, restated: [], run };
}

/** What the closed figures are, for somebody who has no ccds: written anew where it is another. */
async function writeGuide({ closed }: Workspace, { summary }: RunInTime): Promise<void> {
  const path = join(closed, CLOSED_GUIDE);
  const guide = closedGuide(summary.indicators);
  if ((await readText(path)) !== guide) await writeWhole(path, guide);
}

/** Now, ISO, UTC. */
function momentOf({ now = new Date() }: CloseOptions): string {
  return now.toISOString();
}

async function writeClosed(
  folder: string,
  run: RunInTime,
  { at, order }: Pick<Entry, 'at' | 'order'>,
): Promise<void> {
  for (const { month } of run.restated)
    await mkdir(join(folder, 'restated', month), { recursive: true });
  const sums: Record<string, string> = {};
  for (const [name, pieces] of Object.entries(closedFiles(run)))
    sums[name] = (await writePieces(join(folder, name), pieces)).sha256;
  const mark = {
    period: run.summary.period,
    closed_at: at,
    order,
    ccds: VERSION,
    map: run.summary.tree.date,
    restated: run.restated.map(({ month }) => month),
    ...(run.unheld.length > 0 && { unheld: run.unheld }),
    ...(run.unmade.size > 0 && { unmade: Object.fromEntries(run.unmade) }),
    sha256: sums,
  };
  await writeFile(join(folder, CLOSED_MARK), jsonText(mark));
}

/** By name, each in pieces: the findings of one bad sheet may have a hundred megabytes. */
function closedFiles(run: RunInTime): Record<string, Iterable<string>> {
  const { summary, reading, revisions, restated } = run;
  const texts: Record<string, string> = {
    'submissions.csv': submissionsCsv(summary),
    'inputs.csv': inputsCsv(closedInputs(reading.reports, summary)),
    'decisions.csv': closedDecisionsCsv(closedDecisions(reading)),
    ...filesInTime(summary, reviewOf(run), revisions),
    ...Object.assign({}, ...restated.map(restatedFiles)),
  };
  return {
    'values.csv': valuesPieces(summary),
    'findings.csv': findingsPieces(summary, describer(summary)),
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, [text]])),
  };
}

function restatedFiles({
  month,
  values,
  inputs,
  decisions,
}: RestatedMonth): Record<string, string> {
  const at = (name: string) => `restated/${month}/${name}`;
  return {
    [at('values.csv')]: values,
    [at('inputs.csv')]: inputs,
    [at('decisions.csv')]: decisions,
  };
}

async function reopen(workspace: Workspace, options: CloseOptions): Promise<CloseResult> {
  const month = monthOf(options.period);
  const reason = options.reason?.trim() ?? '';
  if (reason === '') throw new EnvironmentError('reason-needed');
  const closed = await closedMonths(workspace.closed);
  if (!closed.includes(month)) throw new EnvironmentError('period-open', { period: month });
  const folder = join(workspace.closed, month);
  refuseMisplaced(folder, (await readText(join(folder, CLOSED_MARK))) ?? '');
  const restated = await monthsIn(join(folder, 'restated'));
  await linesIn(workspace.closed);
  const order = await nextOrder(workspace);
  const entry = {
    ...{ at: momentOf(options), order, action: 'reopen' as const, month, reason },
    by: whoRuns(),
  };
  const path = await setAside(workspace, entry);
  await noteInJournal(workspace, entry);
  return { month, reopened: true, path, restated, run: null };
}
