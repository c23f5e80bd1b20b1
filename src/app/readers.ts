import { existsSync } from 'node:fs';
import { availableParallelism, freemem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Tinypool } from 'tinypool';
import { EnvironmentError } from '../core/errors.js';
import { type Place, placesOf } from './cache-place.js';
import type { InputFile } from './collect.js';
import { fileReader, type ReadFile, type ReadingJob } from './file-reader.js';
import { IN_HAND, inLanes, type Lane, lanesOf } from './lanes.js';
import type { Submission } from './read-submission.js';
import { type Task, UNPREPARED } from './read-worker-task.js';

/** Told of each file of a list, by its index, as it is read. */
export type Told = (index: number, read: Submission) => void;

/** The compiled worker; where the program runs from its sources there is none. */
const WORKER = fileURLToPath(new URL('./read-worker.js', import.meta.url));
/**
 * A young heap of 24 MB instead of 48: a worker keeps next to nothing of a file, so that it is
 * hardly slower for it, and takes less.
 */
const HEAP = { maxYoungGenerationSizeMb: 24 };

/**
 * Below this much work, starting workers costs more than they save. Work is counted in
 * bytes; each file costs about as much as so many bytes more (`npm run bench -- threads`).
 */
const WORTH_WORKERS = 16 * 2 ** 20;
const BYTES_A_FILE = 16 * 2 ** 10;
/** More workers than this wait for each other; each takes about so much memory. */
const MOST_WORKERS = 8;
const WORKER_BYTES = 128 * 2 ** 20;

/** Files whose places are looked for in one go. */
const PLACED_AT_ONCE = 32;

/**
 * The threads that files are read on: this one, and others where they pay, which start while the
 * run still looks for what it needs. To be stopped at the end.
 */
export class Readers {
  private readonly pool: Tinypool | null;
  private readonly others: number;

  private constructor(pool: Tinypool | null, others: number) {
    this.pool = pool;
    this.others = others;
  }

  /** @param threads how many at most; where it is left out, as many as pay for these files */
  static async start(files: readonly InputFile[], threads?: number): Promise<Readers> {
    const others = threadsFor(files, threads) - 1;
    return new Readers(others > 0 ? await poolOf(others) : null, Math.max(0, others));
  }

  /**
   * Reads files: on several threads the largest first, so that none is left with a big one at
   * the end. A bug in a worker is thrown as it was there, with its stack.
   * @param told each report with its file's index, in the order in which they come
   * @throws EnvironmentError `interrupted`
   */
  async read(
    files: readonly InputFile[],
    job: ReadingJob,
    told: Told,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const lanes = (read: ReadFile) =>
      lanesOf(async (index) => told(index, await read(files[index]!)));
    const order = this.pool === null ? files.keys() : bySize(files);
    await this.inLanes(
      order,
      lanes(fileReader(job)),
      lanes((file) => this.readThere(file, job)),
      signal,
    );
  }

  /** What the files are kept under in the cache; null for one that is not kept. */
  async placesOf(
    files: readonly InputFile[],
    signal: AbortSignal | undefined,
  ): Promise<readonly (Place | null)[]> {
    const places: (Place | null)[] = new Array(files.length).fill(null);
    const lanes = (find: typeof placesOf) =>
      lanesOf(async (index) => {
        const start = index * PLACED_AT_ONCE;
        const found = await find(files.slice(start, start + PLACED_AT_ONCE));
        for (const [i, place] of found.entries()) places[start + i] = place;
      });
    const batches = new Array(Math.ceil(files.length / PLACED_AT_ONCE)).keys();
    await this.inLanes(
      batches,
      lanes(placesOf),
      lanes((some) => this.run({ place: some })),
      signal,
    );
    return places;
  }

  async stop(): Promise<void> {
    await this.pool?.destroy();
  }

  /** The others' lanes first: this thread has more to do. */
  private async inLanes(
    indexes: Iterable<number>,
    here: readonly Lane[],
    there: readonly Lane[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const interruptible = (work: Lane) => (index: number) => {
      if (signal?.aborted) throw new EnvironmentError('interrupted');
      return work(index);
    };
    const workers = new Array<readonly Lane[]>(this.others).fill(there).flat();
    // What is under way then fails; a signal handed to the pool would allow one file a worker.
    const stop = () => void this.stop();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      await inLanes(indexes, [...workers, ...here].map(interruptible));
    } catch (error) {
      throw signal?.aborted ? new EnvironmentError('interrupted') : error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** A worker is told of its job when it is first asked to do some of it. */
  private async readThere(file: InputFile, job: ReadingJob): Promise<Submission> {
    const read = await this.run<Submission | typeof UNPREPARED>({ read: file });
    return read === UNPREPARED ? this.run({ read: file, job }) : read;
  }

  private run<T>(task: Task): Promise<T> {
    return this.pool!.run(task);
  }
}

function threadsFor(files: readonly InputFile[], asked: number | undefined): number {
  if (!existsSync(WORKER)) return 1;
  const work = files.reduce((sum, file) => sum + file.size + BYTES_A_FILE, 0);
  const threads = asked ?? (work < WORTH_WORKERS ? 1 : workersHere());
  return Math.min(threads, files.length);
}

/** As many as there are cores and free memory for. */
function workersHere(): number {
  const fit = Math.floor(freemem() / WORKER_BYTES);
  return Math.max(1, Math.min(MOST_WORKERS, availableParallelism(), fit));
}

async function poolOf(threads: number): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool');
  return new Tinypool({
    filename: WORKER,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: HEAP,
    concurrentTasksPerWorker: IN_HAND,
  });
}

function bySize(files: readonly InputFile[]): number[] {
  return [...files.keys()].sort((a, b) => files[b]!.size - files[a]!.size);
}
