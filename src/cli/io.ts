import { setImmediate as nextTurn } from 'node:timers/promises';
import { codeOf } from '../core/error-code.js';
import type { EnvironmentCode } from '../core/errors.js';

/** A stream that text is written to; `process.stdout` is one. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  write(text: string, done: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** By which a run is asked to stop. */
export type Signal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** The process, as far as ccds touches it; `process` itself is one. */
export interface Io {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  cwd(): string;
  on(signal: Signal, listener: () => void): unknown;
  off(signal: Signal, listener: () => void): unknown;
}

/** The reader of a pipe has gone (`| head`): a normal way to end, not an error. */
const GONE: ReadonlySet<string> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'EOF']);

/** Write errors come back from `print`; without a listener they would end the process. */
export function guard(io: Io): void {
  for (const stream of [io.stdout, io.stderr]) stream.on('error', () => {});
}

/**
 * Writes text and waits until it is through; text in pieces one after the other, as long as
 * somebody reads them and nobody has stopped the run.
 * @throws EnvironmentError `stdout-unwritable` (a full disk behind `>`), `interrupted`
 */
export async function print(
  stream: Output,
  text: string | Iterable<string>,
  signal?: AbortSignal,
): Promise<void> {
  if (text === '') return;
  if (typeof text === 'string') return void (await isTaken(stream, text));
  for (const piece of text) {
    if (!(await isTaken(stream, piece))) return;
    // A file takes each piece at once: without a turn no signal would come through.
    await nextTurn();
    if (signal?.aborted) throw await failure('interrupted', {});
  }
}

/** False where the reader has gone. */
function isTaken(stream: Output, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      const code = codeOf(error);
      if (!error || GONE.has(code)) resolve(!error);
      else failure('stdout-unwritable', { detail: code }).then(reject, reject);
    });
  });
}

async function failure(code: EnvironmentCode, args: Record<string, string>): Promise<Error> {
  const { EnvironmentError } = await import('../core/errors.js');
  return new EnvironmentError(code, args);
}
