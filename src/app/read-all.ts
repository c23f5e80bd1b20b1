import { availableParallelism, freemem } from 'node:os';
import { EnvironmentError } from '../core/errors.js';
import { growSlowlyOnceLarge } from '../core/heap.js';
import type { Period } from '../core/period.js';
import type { FileReport } from '../forms/report.js';
import type { Registry } from '../geography/types.js';
import { type ReadFiles, readThrough, type Told } from './cache/cache.js';
import type { PlacedDecision } from './decisions/decisions.js';
import { placeDecisions } from './decisions/placed-decisions.js';
import type { InputFile } from './inputs/collect.js';
import { fileReader, type ReadingConfig, type ReadingJob } from './reading/file-reader.js';
import { HeldReports } from './reading/held-reports.js';
import { inLanes, lanesOf } from './reading/lanes.js';
import { BYTES_A_FILE, hasWorker, readParallel } from './reading/read-pool.js';
import type { Submission } from './reading/read-submission.js';
import type { RunOptions } from './types.js';

/** Below this much work, in bytes, starting workers costs more than they save. */
const WORTH_WORKERS = 16 * 2 ** 20;
/** More workers than this wait for each other; each takes about so much memory. */
const MOST_WORKERS = 8;
const WORKER_BYTES = 128 * 2 ** 20;

/** How much memory is in use is asked once in so many files: the answer takes a while. */
const FILES_BETWEEN_LOOKS = 32;

/** What was read of all files, and the decisions as they are on these. */
export interface AllRead {
  readonly reports: FileReport[];
  /** Files that are ccds's own outputs. */
  readonly own: number;
  readonly decisions: readonly PlacedDecision[];
}

/**
 * Reads all files, on all cores where that pays; the reports come in the files' order, so
 * that one core gives the same bytes as many.
 * @throws EnvironmentError `interrupted`
 */
export async function readAll(
  files: readonly InputFile[],
  given: {
    readonly config: ReadingConfig;
    readonly registry: Registry;
    readonly wanted: Period | null;
  },
  options: Pick<RunOptions, 'onProgress' | 'signal' | 'threads' | 'cache' | 'lookInside'>,
): Promise<AllRead> {
  const decisions = await placeDecisions(given.registry, files, given.wanted);
  const job = { ...given, decisions };
  const total = files.length;
  const held = new HeldReports(total);
  let done = 0;
  const told = (index: number, read: Submission) => {
    held.add(index, read);
    if (++done % FILES_BETWEEN_LOOKS === 0) growSlowlyOnceLarge();
    options.onProgress?.({ phase: 'reading', done, total });
  };
  options.onProgress?.({ phase: 'reading', done: 0, total });
  const { cache } = options;
  const read: ReadFiles = (some, tell) => readAnew(some, job, tell, options);
  if (cache === undefined) await read(files, told);
  else await readThrough(cache, { files, job }, read, told, options);
  const reports = held.takeAll();
  return { reports, own: total - reports.length, decisions };
}

async function readAnew(
  files: readonly InputFile[],
  job: ReadingJob,
  told: Told,
  { threads: asked, signal }: Pick<RunOptions, 'threads' | 'signal'>,
): Promise<void> {
  const threads = threadsFor(files, asked);
  if (threads > 1) await readParallel(files, job, threads, told, signal);
  else await readInTurn(files, job, told, signal);
}

function threadsFor(files: readonly InputFile[], asked: number | undefined): number {
  if (!hasWorker()) return 1;
  const work = files.reduce((sum, file) => sum + file.size + BYTES_A_FILE, 0);
  const threads = asked ?? (work < WORTH_WORKERS ? 1 : workersHere());
  return Math.min(threads, files.length);
}

/** As many as there are cores and free memory for. */
function workersHere(): number {
  const fit = Math.floor(freemem() / WORKER_BYTES);
  return Math.max(1, Math.min(MOST_WORKERS, availableParallelism(), fit));
}

async function readInTurn(
  files: readonly InputFile[],
  job: ReadingJob,
  told: Told,
  signal: AbortSignal | undefined,
): Promise<void> {
  const read = fileReader(job);
  const here = lanesOf(async (index) => {
    if (signal?.aborted) throw new EnvironmentError('interrupted');
    told(index, await read(files[index]!));
  });
  await inLanes(files.keys(), here);
}
