import { Worker } from 'node:worker_threads';
import type { LegacyAnswer, LegacyResult, LegacyTask } from './legacy-values.js';
import {
  damagedError,
  LEGACY_BASE_MILLISECONDS,
  LEGACY_HEAP_MIB,
  LEGACY_MILLISECONDS_PER_MIB,
  type Limits,
  limitError,
} from './limits.js';
import { SpreadsheetError } from './types.js';

/** A worker that is done waits here for the next file: starting one takes 0.3 s. */
let idle: Worker | undefined;

/** Reads one file in the worker. It ends in time, or the worker does. */
export async function runLegacyWorker(task: LegacyTask, limits: Limits): Promise<LegacyResult> {
  const milliseconds = limits.maxLegacyMilliseconds ?? timeFor(task.content.length);
  const worker = idle ?? startWorker();
  idle = undefined;
  worker.ref();
  try {
    const answer = await ask(worker, task, milliseconds);
    if ('result' in answer) {
      keep(worker);
      return answer.result;
    }
    throw answerError(answer, task);
  } catch (error) {
    void worker.terminate();
    throw workerError(error, task);
  }
}

function timeFor(length: number): number {
  return LEGACY_BASE_MILLISECONDS + (length / 2 ** 20) * LEGACY_MILLISECONDS_PER_MIB;
}

/** The worker runs compiled code; where this file is run as TypeScript, that of the build. */
function startWorker(): Worker {
  const source = import.meta.url.endsWith('.ts');
  const file = source ? '../../dist/spreadsheet/legacy-worker.js' : './legacy-worker.js';
  return new Worker(new URL(file, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: LEGACY_HEAP_MIB },
    execArgv: [],
  });
}

function ask(worker: Worker, task: LegacyTask, milliseconds: number): Promise<LegacyAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      finish();
      reject(limitError('legacy-milliseconds', Math.round(milliseconds), { kind: task.kind }));
    }, milliseconds);
    const onExit = () => onError(new Error('the worker ended'));
    const onMessage = (answer: LegacyAnswer) => {
      finish();
      resolve(answer);
    };
    const onError = (error: unknown) => {
      finish();
      reject(error);
    };
    const finish = () => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(task);
  });
}

function keep(worker: Worker): void {
  if (idle !== undefined) {
    void worker.terminate();
    return;
  }
  worker.unref();
  worker.once('error', () => {
    if (idle === worker) idle = undefined;
  });
  idle = worker;
}

function answerError(
  answer: Exclude<LegacyAnswer, { result: LegacyResult }>,
  { kind }: LegacyTask,
): SpreadsheetError {
  if ('limit' in answer) return limitError(answer.limit, answer.value, { kind });
  if (/password|encrypt/i.test(answer.problem)) {
    return new SpreadsheetError('encrypted', 'the workbook is encrypted with a password');
  }
  return damagedError(answer.problem, { kind });
}

function workerError(error: unknown, { kind }: LegacyTask): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return limitError('legacy-heap', LEGACY_HEAP_MIB, { kind });
  return error;
}
