import { workerData } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import type { InputFile } from '../inputs/collect.js';
import { fileReader, type ReadingJob } from './file-reader.js';
import { type Pieces, piecesOf } from './report-pieces.js';

/** tinypool hands a worker `[its own data, the pool's workerData]`. */
const [, job] = workerData as [unknown, ReadingJob];
const read = fileReader(job);

/**
 * Reads some files in a worker: parts, counts and findings come back, never rows; the lists'
 * numbers are handed over, not copied.
 */
export default async (files: readonly InputFile[]): Promise<unknown> => {
  const all: Pieces[] = [];
  for (const file of files) all.push(piecesOf(await read(file)));
  const handed = {
    [Tinypool.transferableSymbol]: all.flatMap(({ numbers }) => numbers),
    [Tinypool.valueSymbol]: all,
  };
  return Tinypool.move(handed as unknown as Parameters<typeof Tinypool.move>[0]);
};
