import { EventEmitter } from 'node:events';
import type { Io, Output } from '../../../src/cli/io.js';

export interface FakeIo extends Io {
  readonly said: { out: string; err: string };
  /** Listeners for signals, as a terminal would ring them. */
  readonly signals: EventEmitter;
}

interface Settings {
  readonly env?: Record<string, string>;
  readonly outTTY?: boolean;
  readonly errTTY?: boolean;
  /** Fails every write to stdout. */
  readonly outError?: string;
}

/**
 * A process that is none: what is written is kept, signals are rung by the test.
 * @param args the words of the call, a path with its spaces as one of them
 */
export function fakeIo(args: readonly string[], settings: Settings = {}): FakeIo {
  const said = { out: '', err: '' };
  const signals = new EventEmitter();
  return {
    argv: ['node', 'ccds', ...args],
    env: settings.env ?? {},
    cwd: () => '/work',
    on: (signal, listener) => signals.on(signal, listener),
    off: (signal, listener) => signals.off(signal, listener),
    stdout: output((text) => (said.out += text), settings.outTTY, settings.outError),
    stderr: output((text) => (said.err += text), settings.errTTY),
    said,
    signals,
  };
}

function output(take: (text: string) => void, isTTY = false, fails = ''): Output {
  return {
    isTTY,
    on: () => {},
    write(text, done) {
      if (fails === '') take(text);
      done(fails === '' ? null : Object.assign(new Error(fails), { code: fails }));
      return true;
    },
  };
}
