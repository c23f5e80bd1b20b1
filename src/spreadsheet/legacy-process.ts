import { type ChildProcess, fork } from 'node:child_process';
import type { LegacyAnswer, LegacyResult, LegacyTask } from './legacy-values.js';
import {
  damagedError,
  LEGACY_BASE_MILLISECONDS,
  LEGACY_CLOCK_RATIO,
  LEGACY_HEAP_MIB,
  LEGACY_MILLISECONDS_PER_MIB,
  type Limits,
  limitError,
} from './limits.js';
import { encrypted } from './sniff.js';
import type { Kind, SpreadsheetError } from './types.js';

/**
 * Runs `legacy-worker` in a process of its own. A worker thread would not do: one that
 * asks for much memory at once takes the whole process down with it, `resourceLimits` or
 * not.
 */

/** A worker that is done waits here for the next file: starting one takes 0.3 s. */
let idle: ChildProcess | undefined;

/** Reads one file in the worker. */
export async function readInWorker(
  kind: Kind,
  content: LegacyTask['content'],
  limits: Limits,
): Promise<LegacyResult> {
  const answer = await runInWorker(kind, content, limits);
  if (!('result' in answer)) throw answerError(answer, kind);
  return answer.result;
}

/** What an encrypted package holds, where Excel's own password opens it. */
export async function unlockInWorker(content: Uint8Array, limits: Limits): Promise<Uint8Array> {
  const answer = await runInWorker('package', content, limits);
  if (!('unlocked' in answer)) throw answerError(answer, 'package');
  return answer.unlocked;
}

/** It ends in time, or the worker does. */
async function runInWorker(
  kind: LegacyTask['kind'],
  content: LegacyTask['content'],
  limits: Limits,
): Promise<LegacyAnswer> {
  const milliseconds = Math.round(limits.maxLegacyMilliseconds ?? timeFor(content.length));
  const task: LegacyTask = { kind, content, maxCells: limits.maxCells, milliseconds };
  const worker = idle ?? startWorker();
  idle = undefined;
  hold(worker);
  try {
    const answer = await ask(worker, task);
    keep(worker);
    return answer;
  } catch (error) {
    worker.kill('SIGKILL');
    throw error;
  }
}

function timeFor(length: number): number {
  return LEGACY_BASE_MILLISECONDS + (length / 2 ** 20) * LEGACY_MILLISECONDS_PER_MIB;
}

/** The worker runs compiled code; where this file is run as TypeScript, that of the build. */
function startWorker(): ChildProcess {
  const source = import.meta.url.endsWith('.ts');
  const file = source ? '../../dist/spreadsheet/legacy-worker.js' : './legacy-worker.js';
  return fork(new URL(file, import.meta.url), {
    execArgv: [`--max-old-space-size=${LEGACY_HEAP_MIB}`],
    env: { ...process.env, NODE_OPTIONS: '' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function ask(worker: ChildProcess, task: LegacyTask): Promise<LegacyAnswer> {
  const { kind, milliseconds } = task;
  const tooLong = () => limitError('legacy-milliseconds', milliseconds, { kind });
  let timer: NodeJS.Timeout | undefined;
  return new Promise<LegacyAnswer>((resolve, reject) => {
    timer = setTimeout(() => reject(tooLong()), LEGACY_CLOCK_RATIO * milliseconds);
    worker.once('message', (answer) => resolve(answer as LegacyAnswer));
    worker.once('error', reject);
    // It does not exit by itself but for want of memory, or of time.
    worker.once('exit', (_, signal) => {
      const timeIsUp = signal === 'SIGKILL';
      reject(timeIsUp ? tooLong() : limitError('legacy-heap', LEGACY_HEAP_MIB, { kind }));
    });
    worker.send(task, (error) => error && reject(error));
  }).finally(() => {
    clearTimeout(timer);
    worker.removeAllListeners();
  });
}

/** While it works, the worker keeps this process alive; while it waits, it does not. */
function hold(worker: ChildProcess): void {
  worker.ref();
  worker.channel?.ref();
}

function keep(worker: ChildProcess): void {
  if (idle !== undefined) {
    worker.kill('SIGKILL');
    return;
  }
  idle = worker;
  worker.unref();
  worker.channel?.unref();
  worker.once('exit', () => {
    if (idle === worker) idle = undefined;
  });
}

function answerError(answer: LegacyAnswer, kind: LegacyTask['kind']): SpreadsheetError {
  if ('limit' in answer) return limitError(answer.limit, answer.value, { kind });
  if (!('problem' in answer)) throw new TypeError('the worker has answered something else');
  if (/password|encrypt/i.test(answer.problem)) return encrypted();
  return damagedError(answer.problem, { kind });
}
