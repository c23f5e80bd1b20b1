import { workerData } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import type { InputFile } from '../inputs/collect.js';
import { fileReader, type ReadingJob } from './file-reader.js';
import { piecesOf } from './report-pieces.js';

/** tinypool hands a worker `[its own data, the pool's workerData]`. */
const [, job] = workerData as [unknown, ReadingJob];
const read = fileReader(job);

/**
 * Reads one file in a worker: parts, counts and findings come back, never rows; a list's
 * numbers are handed over, not copied.
 */
export default async (file: InputFile): Promise<unknown> => {
  const pieces = piecesOf(await read(file));
  const handed = {
    [Tinypool.transferableSymbol]: [...pieces.numbers],
    [Tinypool.valueSymbol]: pieces,
  };
  return Tinypool.move(handed as unknown as Parameters<typeof Tinypool.move>[0]);
};
