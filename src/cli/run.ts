import { isOfSystem } from '../app/system/error.js';
import { EnvironmentError } from '../core/errors.js';
import type { Lang } from '../core/lang.js';
import { wrapped } from '../core/on-screen.js';
import { messages } from '../messages/index.js';
import { APP, type App } from './app.js';
import { paletteFor } from './colour.js';
import type { Context } from './command.js';
import { ExitStatus, exitStatus } from './exit-status.js';
import { failureText } from './failure.js';
import { COMMON, type Flags, pathOption } from './flags.js';
import { interruption } from './interrupt.js';
import { type Io, type Output, print } from './io.js';
import { withPatterns } from './patterns.js';
import type { Parsed } from './program.js';
import { type ProgressLine, progressLine } from './progress.js';
import { runOptions } from './run-options.js';
import { asMeant } from './spelled.js';

type Call = Extract<Parsed, { kind: 'call' }>;

/** Lines that a terminal is taken to show where it does not say. */
const SCREEN = 40;

/** Runs a command and turns whatever is thrown into a sentence and a status. */
export async function run(io: Io, lang: Lang, call: Call, app: App = APP): Promise<ExitStatus> {
  const { signal, release } = interruption(io);
  const quiet = call.flags.quiet === true;
  const progress = progressLine(io, quiet, messages(lang).progress);
  try {
    refuseSwallowed(call);
    const cwd = cwdOf(io);
    const meant = { ...call, args: await argsOf(call, cwd), flags: await flagsOf(call, cwd) };
    return await call.command.run(contextOf(io, lang, meant, app, { cwd, signal, progress }));
  } catch (error) {
    progress.clear();
    return await fail(io, lang, error, signal.aborted);
  } finally {
    progress.clear();
    release();
  }
}

/** Says why the work could not be done; a stderr that takes nothing changes no status. */
export async function fail(
  io: Io,
  lang: Lang,
  error: unknown,
  interrupted = false,
): Promise<ExitStatus> {
  const sentence = failureText(error, lang, messages(lang), interrupted);
  await tell(io, sentence).catch(() => {});
  return ExitStatus.Failed;
}

/**
 * PowerShell 5 passes `'.\\bao cao\\' --period 2024-09`, as completed by Tab, on as one argument: the
 * backslash before the closing quotation mark takes its meaning away.
 * @throws EnvironmentError `argument-swallowed`
 */
function refuseSwallowed(call: Call): void {
  const paths = [...call.args, ...pathsIn(call).map(([, path]) => path)];
  const swallowed = paths.find((path) => /" +--[a-z]/.test(path));
  if (swallowed !== undefined)
    throw new EnvironmentError('argument-swallowed', { argument: swallowed });
}

/** @throws EnvironmentError `cwd-missing`: it was removed, or its share has gone away */
function cwdOf(io: Io): string {
  try {
    return io.cwd();
  } catch (error) {
    throw isOfSystem(error) ? new EnvironmentError('cwd-missing') : error;
  }
}

/** The flags, with paths as the disk spells them. */
async function flagsOf(call: Call, cwd: string): Promise<Flags> {
  const spelled = pathsIn(call).map(async ([name, path]) => [name, await asMeant(path, cwd)]);
  return { ...call.flags, ...Object.fromEntries(await Promise.all(spelled)) };
}

/** The flags that were given a path, by name: their specs have a `<DIR>` or `<FILE>`. */
function pathsIn({ flags, command }: Call): readonly (readonly [name: string, path: string])[] {
  const given: Readonly<Record<string, unknown>> = { ...flags };
  return [...command.options, ...COMMON].flatMap((spec) => {
    const name = pathOption(spec);
    const path = name === null ? undefined : given[name];
    return name !== null && typeof path === 'string' ? [[name, path] as const] : [];
  });
}

/** A pattern where one argument is asked for has to mean one file. */
async function argsOf({ args, command }: Call, cwd: string): Promise<readonly string[]> {
  const there = await Promise.all(args.map((arg) => asMeant(arg, cwd)));
  const meant = await withPatterns(there, cwd);
  const takesMany = command.argument?.flags.includes('...') === true;
  return takesMany || meant.length === args.length ? meant : there;
}

interface Running {
  readonly cwd: string;
  readonly signal: AbortSignal;
  readonly progress: ProgressLine;
}

function contextOf(
  io: Io,
  lang: Lang,
  { args, flags, format }: Call,
  app: App,
  { cwd, signal, progress }: Running,
): Context {
  const remark = (text: string) => (flags.quiet ? Promise.resolve() : tell(io, text));
  return {
    args,
    flags,
    format,
    lang,
    messages: messages(lang),
    cwd,
    rows: rowsOf(io),
    columns: columnsOf(io.stdout),
    app,
    options: {
      ...runOptions(args, flags, lang),
      cwd,
      signal,
      onProgress: (state) => progress.show(state),
    },
    palette: () => paletteFor(io, flags.color !== false),
    async print(text) {
      progress.clear();
      await print(io.stdout, text, signal);
    },
    remark: (sentence) => remark(`${sentence}\n`),
    complain: (sentence) => tell(io, `ccds: ${sentence}\n`),
    async statusOf({ findings }) {
      const { strict, tooMany } = messages(lang).summary;
      const most = flags.strict ? 0 : flags.maxWarnings;
      const status = exitStatus(findings, most);
      const byFlag = status !== exitStatus(findings);
      if (byFlag) await remark(`${flags.strict ? strict : tooMany({ most: most ?? 0 })}\n`);
      return status;
    },
  };
}

/** A list is cut to the screen only where there is one: a pipe gets all of it. */
function rowsOf(io: Io): number {
  return io.stdout.isTTY === true ? (io.stdout.rows ?? SCREEN) : Number.POSITIVE_INFINITY;
}

/** A table is made narrower for a screen alone, likewise. */
function columnsOf({ isTTY, columns }: Output): number {
  return isTTY === true && columns ? columns : Number.POSITIVE_INFINITY;
}

/** Writes sentences to stderr, on a screen broken between words. */
function tell({ stderr }: Io, text: string): Promise<void> {
  return print(stderr, wrapped(text, columnsOf(stderr)));
}
