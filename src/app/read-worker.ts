import { workerData } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import type { InputFile } from './collect.js';
import { buffersOf } from './compact.js';
import { fileReader, type ReadingJob } from './file-reader.js';

/** tinypool hands a worker `[its own data, the pool's workerData]`. */
const [, job] = workerData as [unknown, ReadingJob];
const read = fileReader(job);

/**
 * Reads one file in a worker: parts, counts and findings come back, never rows; a list's
 * numbers are handed over, not copied.
 */
export default async (file: InputFile): Promise<unknown> => {
  const report = await read(file);
  if (report === 'own-output') return report;
  const handed = {
    [Tinypool.transferableSymbol]: buffersOf(report),
    [Tinypool.valueSymbol]: report,
  };
  return Tinypool.move(handed as unknown as Parameters<typeof Tinypool.move>[0]);
};
