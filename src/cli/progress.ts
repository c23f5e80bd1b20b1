import type { Progress } from '../app/types.js';
import type { Messages } from '../messages/types.js';
import type { Io } from './io.js';

/** A line on stderr that is written over as the work goes on. */
export interface ProgressLine {
  show(progress: Progress): void;
  /** Wipes the line, so that what follows begins at the left. */
  clear(): void;
}

/** No oftener than the eye follows; a terminal over a slow line would hold up the work. */
const INTERVAL_MS = 100;
const WIPE = '\r\u001b[K';
const SILENT: ProgressLine = { show() {}, clear() {} };

/** One line on stderr that tells how far the work is; nothing unless it is a terminal. */
export function progressLine(
  io: Io,
  quiet: boolean,
  words: Messages['progress'],
  now: () => number = Date.now,
): ProgressLine {
  if (quiet || io.stderr.isTTY !== true) return SILENT;
  let last = Number.NEGATIVE_INFINITY;
  let shown = '';
  return {
    show({ phase, done, total }) {
      const begins = !shown.startsWith(words[phase]);
      if (!begins && done < total && now() - last < INTERVAL_MS) return;
      last = now();
      shown = total > 0 ? `${words[phase]} ${done}/${total}` : words[phase];
      io.stderr.write(`${WIPE}${shown}`, () => {});
    },
    clear() {
      if (shown !== '') io.stderr.write(WIPE, () => {});
      shown = '';
    },
  };
}
