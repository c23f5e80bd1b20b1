import type { InputFile } from './collect.js';
import type { ReadingJob } from './file-reader.js';

/** What a worker is asked for: to read a file of a job, or where some are kept in the cache. */
export type Task =
  | { readonly read: InputFile; readonly job?: ReadingJob }
  | { readonly place: readonly InputFile[] };

/** A worker's answer that has not been told of the job yet. */
export const UNPREPARED = 'unprepared';
