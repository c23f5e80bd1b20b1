import { type Palette, PLAIN } from '../reports/palette.js';
import type { Io, Output } from './io.js';

/**
 * Whether a stream gets colours: `--no-color`, then NO_COLOR (no-color.org), then
 * FORCE_COLOR, then whether it is a terminal.
 */
function wantsColour(io: Io, stream: Output, flag: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = io.env;
  if (!flag || (NO_COLOR !== undefined && NO_COLOR !== '')) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.isTTY === true && TERM !== 'dumb';
}

/** Colours for results; chalk is loaded only when there are any. */
export async function paletteFor(io: Io, flag: boolean): Promise<Palette> {
  if (!wantsColour(io, io.stdout, flag)) return PLAIN;
  const { Chalk } = await import('chalk');
  return new Chalk({ level: 1 });
}
