import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Tinypool } from 'tinypool';
import { EnvironmentError } from '../../core/errors.js';
import type { InputFile } from '../inputs/collect.js';
import { fileReader, type ReadingJob } from './file-reader.js';
import { IN_HAND, inLanes, lanesOf } from './lanes.js';
import type { Submission } from './read-submission.js';
import { type Pieces, reportOf } from './report-pieces.js';

/** The compiled worker; where the program runs from its sources there is none. */
const WORKER = fileURLToPath(new URL('./read-worker.js', import.meta.url));
/**
 * A young heap of 24 MB instead of 48: a worker keeps next to nothing of a file, so that it is
 * hardly slower for it, and takes less.
 */
const HEAP = { maxYoungGenerationSizeMb: 24 };

/** What a file costs beside its bytes, as so many bytes more (`npm run bench -- threads`). */
export const BYTES_A_FILE = 16 * 2 ** 10;

/** Whether there is a worker to read with. */
export const hasWorker = (): boolean => existsSync(WORKER);

/**
 * Reads files on several threads, the largest first, so that no thread is left with a big
 * one at the end. This thread is one of them, and has begun before the others have started.
 * A bug in a worker is thrown as it was there, with its stack.
 * @param told each report with its file's index, in the order in which they come
 * @throws EnvironmentError `interrupted`
 */
export async function readParallel(
  files: readonly InputFile[],
  job: ReadingJob,
  threads: number,
  told: (index: number, read: Submission) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const pool = await poolOf(threads - 1, job);
  const loads = loadsOf(files);
  const workers = Array.from({ length: threads - 1 }, () =>
    lanesOf(async (load) => {
      const indexes = loads[load]!;
      if (signal?.aborted) throw new EnvironmentError('interrupted');
      const pieces: Pieces[] = await pool.run(indexes.map((index) => files[index]!));
      for (const [i, index] of indexes.entries()) told(index, reportOf(pieces[i]!));
    }),
  );
  const read = fileReader(job);
  const here = lanesOf(async (load) => {
    for (const index of loads[load]!) {
      if (signal?.aborted) throw new EnvironmentError('interrupted');
      told(index, await read(files[index]!));
    }
  });
  // What is under way then fails; a signal handed to the pool would allow one file a worker.
  const stop = () => void pool.destroy();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await inLanes(loads.keys(), [...workers.flat(), ...here]);
  } catch (error) {
    throw signal?.aborted ? new EnvironmentError('interrupted') : error;
  } finally {
    signal?.removeEventListener('abort', stop);
    await pool.destroy();
  }
}

async function poolOf(threads: number, job: ReadingJob): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool');
  return new Tinypool({
    filename: WORKER,
    minThreads: threads,
    maxThreads: threads,
    workerData: job,
    resourceLimits: HEAP,
    concurrentTasksPerWorker: IN_HAND,
  });
}

/**
 * The files' indexes by load: what is handed to a thread at once, as the handing costs about what
 * a small file does. The largest files come first, each alone.
 */
export function loadsOf(files: readonly Pick<InputFile, 'size'>[]): readonly (readonly number[])[] {
  const bySize = [...files.keys()].sort((a, b) => files[b]!.size - files[a]!.size);
  const loads: number[][] = [];
  let left = 0;
  for (const index of bySize) {
    const work = files[index]!.size + BYTES_A_FILE;
    if (work > left) {
      loads.push([]);
      left = LOAD;
    }
    loads.at(-1)!.push(index);
    left -= work;
  }
  return loads;
}

/** In bytes, as work is counted: eight of the smallest files. */
const LOAD = 8 * BYTES_A_FILE;
