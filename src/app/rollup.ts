import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { EnvironmentError } from '../core/errors.js';
import { growSlowlyOnceLarge } from '../core/heap.js';
import { isMonth } from '../core/period.js';
import type { Node } from '../geography/types.js';
import type { Review } from '../history/types.js';
import {
  dataPackage,
  filesInTime,
  findingsPieces,
  restatementCsv,
  type Stamp,
  submissionsPieces,
  valuesPieces,
} from '../reports/data/index.js';
import { provinceFile, unitFile } from '../reports/file-names.js';
import type { Letterhead, WorkbookOptions } from '../reports/workbook/index.js';
import type { Summary } from '../rollup/types.js';
import { describer } from './explain.js';
import { replaceFolder } from './output/folder.js';
import { checkTarget } from './output/target.js';
import { writePieces } from './output/write-pieces.js';
import type { RollupOptions, RollupResult } from './types.js';
import { lockedToLook, type NotNoted } from './workspace/lock.js';
import { receiptsIn } from './workspace/receipts.js';
import { type RunInTime, reviewOf, runInTime } from './workspace/run-in-time.js';
import { inWorkspace, neededPeriod, type Workspace } from './workspace/workspace.js';

/** Writes a part of a result into its folder; the paths in it of what was written. */
export type WritePart = (folder: string, done: Result, options: RollupOptions) => Promise<string[]>;

/** What is written: the tables, and a workbook for each province and each unit that has its own. */
const PARTS: readonly WritePart[] = [writeData, writeWorkbooks];

/**
 * Turns a period's sheets into its summary, and writes it whole or not at all. In a workspace that
 * can't be written the result can lie elsewhere: then it is not noted when new files were seen.
 * @param parts what is written of it, all that there is if not named
 * @throws EnvironmentError
 */
export async function rollup(given: RollupOptions, parts = PARTS): Promise<RollupResult> {
  const { options, workspace } = await inWorkspace(given);
  await neededPeriod(options);
  const work = (notNoted: NotNoted | null) => rollUpInto(options, workspace, { parts, notNoted });
  return workspace === null ? work(null) : lockedToLook(workspace, work);
}

async function rollUpInto(
  options: RollupOptions,
  workspace: Workspace | null,
  { parts, notNoted }: { readonly parts: readonly WritePart[]; readonly notNoted: NotNoted | null },
): Promise<RollupResult> {
  const folder = join(workspace?.out ?? 'out', folderOf(options));
  const out = resolve(options.cwd, options.out ?? folder);
  const target = { force: options.force, protect: mustSurvive(options, options.registry) };
  await checkTarget(out, target);
  const done = await resultOf(options, workspace, { exclude: out, canNote: notNoted === null });
  const { summary, registryPath, review, revisions, stray, empty, closed, ledgerDamage } = done;
  const written: string[] = [];
  const protect = mustSurvive(options, registryPath);
  await replaceFolder(
    out,
    async (folder) => {
      for (const write of parts) written.push(...(await write(folder, done, options)));
    },
    { force: options.force, protect, ...(options.signal && { signal: options.signal }) },
  );
  return {
    ...{ summary, out, written: written.sort(), review, revisions, stray, empty, closed },
    ledgerDamage,
    ...(notNoted && { notNoted }),
  };
}

/** What is written of a run, and with what. */
interface Result
  extends Pick<
    RunInTime,
    'summary' | 'registryPath' | 'revisions' | 'stray' | 'empty' | 'closed' | 'ledgerDamage'
  > {
  readonly review: Review;
  readonly settings: WorkbookOptions;
}

/** What was read is not held any longer than this: writing ten provinces needs the room. */
async function resultOf(
  options: RollupOptions,
  workspace: Workspace | null,
  around: { readonly exclude: string; readonly canNote: boolean },
): Promise<Result> {
  const done = await runInTime(options, workspace, around);
  const { summary, registryPath, revisions, stray, empty, closed, ledgerDamage } = done;
  const review = reviewOf(done);
  const settings = settingsOf({ ...done, review }, options, workspace);
  const beside = { stray, empty, closed, ledgerDamage };
  return { summary, registryPath, review, revisions, ...beside, settings };
}

/** The period, and the map where another than its own was asked for: neither replaces the other. */
function folderOf({ period = '', asOf }: RollupOptions): string {
  return asOf === undefined ? period : `${period}-as-of-${asOf}`;
}

/** What a result must never replace: the inputs, the registry, the config, where one stands. */
function mustSurvive(options: RollupOptions, registry: string | undefined): string[] {
  const paths = [...options.inputs, registry, options.config, '.'];
  return paths.flatMap((path) => (path === undefined ? [] : [resolve(options.cwd, path)]));
}

/** The texts are made one after the other, and written as they are made: none is held whole. */
export async function writeData(folder: string, done: Result): Promise<string[]> {
  await mkdir(join(folder, 'data'));
  const stamps: Record<string, Stamp> = {};
  for (const [name, pieces] of Object.entries(dataFiles(done)))
    stamps[name] = await writePieces(join(folder, 'data', name), pieces);
  await writeFile(join(folder, 'data', 'datapackage.json'), dataPackage(done.summary, stamps));
  return [...Object.keys(stamps), 'datapackage.json'].map((name) => `data/${name}`);
}

function dataFiles({ summary, review, revisions }: Result): Record<string, Iterable<string>> {
  const { restatement } = summary;
  const inTime = Object.entries(filesInTime(summary, review, revisions));
  return {
    'values.csv': valuesPieces(summary),
    'findings.csv': findingsPieces(summary, describer(summary)),
    'submissions.csv': submissionsPieces(summary),
    ...(restatement && { 'restatement.csv': [restatementCsv(restatement)] }),
    ...Object.fromEntries(inTime.map(([name, text]) => [name, [text]])),
  };
}

/**
 * What workbooks are made with. In a workspace they say who reported in time: hamlets of the month's
 * own map, for of those that became others since nobody was to hand in anything.
 */
function settingsOf(
  done: RunInTime & { readonly review: Review },
  { lang, now = new Date() }: RollupOptions,
  workspace: Workspace | null,
): WorkbookOptions {
  const { summary, config, review, revisions } = done;
  const { letterhead, date, printTogether } = config;
  const asOf = date === null ? now : new Date(`${date}T05:00:00Z`);
  const isOwnMap = summary.restatement === undefined;
  const month = workspace !== null && isOwnMap && isMonth(summary.period) ? summary.period : null;
  return {
    describe: describer(summary),
    lang,
    review,
    revisions,
    printTogether,
    ...(letterhead && { letterhead: letterhead as Partial<Letterhead> }),
    ...(date !== null && { date }),
    ...(month !== null && { receipts: receiptsIn(done, month, asOf) }),
  };
}

async function writeWorkbooks(
  folder: string,
  { summary, settings }: Result,
  options: RollupOptions,
): Promise<string[]> {
  const { summaryWorkbook } = await import('../reports/workbook/index.js');
  const books = booksOf(summary);
  const written: string[] = [];
  const write = async (name: string, bytes: Uint8Array) => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
    written.push(name);
  };
  for (const [done, { node, name }] of books.entries()) {
    if (options.signal?.aborted) throw new EnvironmentError('interrupted');
    options.onProgress?.({ phase: 'writing', done, total: books.length });
    growSlowlyOnceLarge();
    await write(name, await summaryWorkbook({ summary, root: node }, settings));
  }
  options.onProgress?.({ phase: 'writing', done: books.length, total: books.length });
  return written;
}

/** A workbook for each province, and for each unit below that has one of its own. */
function booksOf(summary: Summary): { node: Node; name: string }[] {
  return summary.tree.roots.flatMap((root) => [
    { node: root, name: provinceFile(root, summary.period) },
    ...root.children.flatMap((node) => {
      const name = unitFile(node, summary.period);
      return name === null ? [] : [{ node, name }];
    }),
  ]);
}
