import { growSlowlyOnceLarge } from '../core/heap.js';
import { textSharer } from '../core/share-texts.js';
import type { FileReport } from '../forms/report.js';
import { readThrough } from './cache.js';
import type { InputFile } from './collect.js';
import type { PlacedDecision } from './decisions.js';
import type { ReadingJob } from './file-reader.js';
import { placeDecisions } from './placed-decisions.js';
import type { Submission } from './read-submission.js';
import { Readers } from './readers.js';
import type { RunOptions } from './types.js';

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
 * @param started threads that have been started for them; else they are started here
 * @throws EnvironmentError `interrupted`
 */
export async function readAll(
  files: readonly InputFile[],
  given: Omit<ReadingJob, 'decisions'>,
  options: Pick<RunOptions, 'onProgress' | 'signal' | 'threads' | 'cache'>,
  started?: Readers,
): Promise<AllRead> {
  const decisions = await placeDecisions(given.registry, files, given.wanted);
  const job = { ...given, decisions };
  const total = files.length;
  const submissions: Submission[] = new Array(total);
  let done = 0;
  const share = textSharer();
  const told = (index: number, read: Submission) => {
    if (read !== 'own-output') share(read);
    submissions[index] = read;
    if (++done % FILES_BETWEEN_LOOKS === 0) growSlowlyOnceLarge();
    options.onProgress?.({ phase: 'reading', done, total });
  };
  options.onProgress?.({ phase: 'reading', done: 0, total });
  const { cache, signal } = options;
  const readers = started ?? (await Readers.start(files, options.threads));
  try {
    if (cache === undefined) await readers.read(files, job, told, signal);
    else await readThrough(cache, files, job, readers, told, signal);
  } finally {
    if (started === undefined) await readers.stop();
  }
  const reports = submissions.filter((read) => read !== 'own-output');
  return { reports, own: total - reports.length, decisions };
}
