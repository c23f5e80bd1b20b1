import type { Io, Signal } from './io.js';

const SIGNALS: readonly Signal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Turns the first Ctrl-C into an abort, so that the work ends tidily. The second meets no
 * listener any more and ends the process at once; results are safe then too.
 */
export function interruption(io: Io): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const release = () => {
    for (const signal of SIGNALS) io.off(signal, stop);
  };
  function stop() {
    release();
    controller.abort();
  }
  for (const signal of SIGNALS) io.on(signal, stop);
  return { signal: controller.signal, release };
}
