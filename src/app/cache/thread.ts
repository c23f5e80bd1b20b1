import { parentPort, Worker, workerData } from 'node:worker_threads';
import { EnvironmentError } from '../../core/errors.js';
import type { InputFile } from '../inputs/collect.js';
import { type CacheSearch, type Kept, searchHere } from './search.js';

/** A question that the search answers, and with what it is asked. */
type Question = readonly [ask: 'places' | 'next'] | readonly [ask: 'lookIn', folder: string];

interface Asked {
  resolve(answer: never): void;
  reject(error: unknown): void;
}

/** So many answers are made before they are taken: of packs, some megabytes. */
const AHEAD = 16;

/**
 * Looks on a thread of its own. To hash a province's files and to open what is kept of them takes
 * a quarter of a run that reads hardly any of them, and can be done beside the rest of it.
 */
export class ThreadSearch implements CacheSearch {
  private readonly thread: Worker;
  /** The thread answers in the order in which it is asked. */
  private readonly asked: Asked[] = [];
  private failure: unknown = null;
  private readonly found: ReturnType<CacheSearch['places']>;
  private readonly ahead: Promise<readonly Kept[] | null>[] = [];

  constructor(files: readonly InputFile[], signal?: AbortSignal) {
    this.thread = new Worker(new URL(import.meta.url), { workerData: { lookUp: files } });
    this.thread.on('message', (answer) => {
      // Nobody waits for what comes after an interruption.
      this.asked.shift()?.resolve(answer as never);
      if (this.asked.length === 0) this.thread.unref();
    });
    this.thread.on('error', (error) => this.fail(error));
    const interrupt = () => this.fail(new EnvironmentError('interrupted'));
    signal?.addEventListener('abort', interrupt, { once: true });
    this.thread.on('exit', () => signal?.removeEventListener('abort', interrupt));
    if (signal?.aborted) interrupt();
    this.found = this.ask('places');
  }

  places(): ReturnType<CacheSearch['places']> {
    return this.found;
  }

  lookIn(folder: string): ReturnType<CacheSearch['lookIn']> {
    const missing = this.ask<readonly number[]>('lookIn', folder);
    while (this.ahead.length < AHEAD) this.ahead.push(this.ask('next'));
    return missing;
  }

  next(): ReturnType<CacheSearch['next']> {
    this.ahead.push(this.ask('next'));
    return this.ahead.shift()!;
  }

  end(): void {
    void this.thread.terminate();
  }

  private fail(error: unknown): void {
    this.failure ??= error;
    for (const { reject } of this.asked.splice(0)) reject(error);
    this.end();
  }

  private ask<T>(...question: Question): Promise<T> {
    const answer = new Promise<T>((resolve, reject) => {
      if (this.failure === null) this.asked.push({ resolve, reject });
      else reject(this.failure);
    });
    // Whoever waits for it is told; of what is asked ahead, that may be nobody.
    answer.catch(() => {});
    // The process lives on for an answer, not for a thread that nobody asks any more.
    this.thread.ref();
    this.thread.postMessage(question);
    return answer;
  }
}

/** In the thread: answers one question after the other. */
function answerWith(search: CacheSearch): void {
  const answer = async ([ask, folder]: Question): Promise<void> => {
    if (ask === 'places') return parentPort!.postMessage(await search.places());
    if (ask === 'lookIn') return parentPort!.postMessage(await search.lookIn(folder));
    const kept = await search.next();
    const numbers = kept?.flatMap(({ pieces }) => pieces.numbers) ?? [];
    // Handed over, not copied.
    parentPort!.postMessage(kept, numbers);
  };
  let before: Promise<void> = Promise.resolve();
  parentPort!.on('message', (question: Question) => {
    before = before.then(() => answer(question));
  });
}

if (workerData?.lookUp !== undefined) answerWith(searchHere(workerData.lookUp));
