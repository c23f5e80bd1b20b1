import type { RunOptions } from '../app/types.js';
import type { Finding } from '../core/finding.js';
import type { Lang } from '../core/lang.js';
import type { CliMessages, CommandName, Messages } from '../messages/types.js';
import type { Palette } from '../reports/palette.js';
import type { App } from './app.js';
import type { ExitStatus } from './exit-status.js';
import type { Flags, Format, OptionSpec } from './flags.js';

/** A command is declared once: help, parsing and running follow. */
export interface CommandSpec {
  readonly name: CommandName;
  /** After `ccds NAME`, in the help. */
  readonly usage: string;
  /** Absent where the command takes none. */
  readonly argument?: {
    readonly flags: string;
    readonly text: keyof CliMessages['arguments'];
  };
  readonly options: readonly OptionSpec[];
  run(context: Context): Promise<ExitStatus>;
}

/** What a command is run with. */
export interface Context {
  readonly args: readonly string[];
  readonly flags: Flags;
  readonly format: Format;
  readonly lang: Lang;
  readonly messages: Messages;
  readonly cwd: string;
  /** What every use case is given. */
  readonly options: RunOptions;
  /** Lines that a list may take: a screen at a terminal, all of them elsewhere. */
  readonly rows: number;
  /** Characters that a line of a table may take, likewise. */
  readonly columns: number;
  readonly app: App;
  /** Colours of stdout, or none. */
  palette(): Promise<Palette>;
  /** Writes a result to stdout. */
  print(text: string | Iterable<string>): Promise<void>;
  /** Tells on stderr what else was done, unless `--quiet`. */
  remark(sentence: string): Promise<void>;
  /** The status of work that was done; a remark where a flag alone makes it 1. */
  statusOf(result: { readonly findings: Iterable<Pick<Finding, 'severity'>> }): Promise<ExitStatus>;
  /** Writes to stderr why the work can't be done. */
  complain(sentence: string): Promise<void>;
}
