import { VERSION } from '../app/version.js';
import type { App } from './app.js';
import type { ExitStatus } from './exit-status.js';
import { guard, type Io, print } from './io.js';
import { cliMessages, languageOf } from './language.js';
import { parse } from './program.js';

/**
 * The program. Touches the process through `io` alone. What only a run needs is loaded when
 * there is one: `--help` and usage errors come at once.
 * @param app the use cases; a test hands in its own
 * @returns the exit status
 */
export async function main(io: Io, app?: App): Promise<ExitStatus> {
  guard(io);
  const args = io.argv.slice(2);
  const lang = languageOf(args);
  const text = await cliMessages(lang);
  const parsed = await parse(args, { text, version: VERSION, width: widthOf(io) });
  if (parsed.kind === 'call') {
    return (await import('./run.js')).run(io, lang, parsed, app);
  }
  try {
    await print(io.stdout, parsed.stdout);
    await print(io.stderr, parsed.stderr);
    return parsed.status;
  } catch (error) {
    return (await import('./run.js')).fail(io, lang, error);
  }
}

function widthOf(io: Io): number {
  return Math.min(io.stdout.columns ?? 100, 120);
}
