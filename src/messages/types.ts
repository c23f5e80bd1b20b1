import type { EnvironmentCode } from '../core/errors.js';
import type { Severity } from '../core/finding.js';

export type Lang = 'vi' | 'en';

/** What each environment error tells of itself. */
export interface EnvironmentArguments
  extends Record<EnvironmentCode, Readonly<Record<string, string | number>>> {
  'input-missing': { path: string };
  'no-inputs': Empty;
  'registry-missing': { path: string };
  'registry-bad': { file: string; row: number; problem: string; detail: string; count: number };
  'config-missing': { path: string };
  'config-bad': { path: string; detail: string };
  'date-bad': { date: string };
  'period-bad': { period: string };
  'period-needed': { found: string };
  'previous-bad': { path: string; period: string };
  'output-busy': { path: string };
  'output-unwritable': { path: string; detail: string };
  'output-foreign': { path: string };
  'output-holds': { path: string; holds: string };
  'sheet-missing': { sheet: string; file: string; sheets: string };
  'file-unreadable': { file: string; detail: string };
  'history-bad': { path: string; detail: string };
  'workspace-needed': { path: string };
  'workspace-busy': { path: string; host: string; since: string };
  'period-closed': { period: string };
  'period-open': { period: string };
  'period-not-month': { period: string };
  'reason-needed': Empty;
  interrupted: Empty;
}

type Empty = Record<never, never>;

/** What, where and how to mend it, in one or two sentences. */
export type EnvironmentMessages = {
  readonly [C in EnvironmentCode]: (args: EnvironmentArguments[C]) => string;
};

/** Ids in words; an id that is not there is shown as it is. */
export type Words = Readonly<Record<string, string>>;

/** Registry problems by id, as a part of a sentence; `detail` says what was found. */
export type Problems = Readonly<Record<string, (detail: string) => string>>;

export interface CommandText {
  /** One line, for the list of commands. */
  readonly summary: string;
  /** For the command's own help. */
  readonly description: string;
  /** Command lines with a word on each. */
  readonly examples: readonly (readonly [command: string, what: string])[];
}

export type CommandName = 'rollup' | 'validate' | 'template' | 'inspect' | 'explain' | 'units';

export type OptionName =
  | 'period'
  | 'registry'
  | 'out'
  | 'config'
  | 'lang'
  | 'strict'
  | 'maxWarnings'
  | 'return'
  | 'decisions'
  | 'previous'
  | 'layout'
  | 'by'
  | 'unit'
  | 'templateOut'
  | 'templatePeriod'
  | 'quiet'
  | 'json'
  | 'noColor'
  | 'force'
  | 'format'
  | 'asOf'
  | 'sheet'
  | 'help'
  | 'version';

export interface CliMessages {
  readonly program: string;
  readonly commands: Readonly<Record<CommandName, CommandText>>;
  readonly arguments: Readonly<Record<'inputs' | 'file' | 'code', string>>;
  readonly options: Readonly<Record<OptionName, string>>;
  /** Headings and remarks of the help pages. */
  readonly help: {
    readonly usage: string;
    readonly arguments: string;
    readonly options: string;
    readonly commands: string;
    readonly examples: string;
    readonly exitStatus: string;
    readonly default: (value: string) => string;
    readonly choices: (values: string) => string;
    readonly command: string;
    readonly exits: readonly (readonly [status: string, meaning: string])[];
  };
  /** A call that is wrong: what, and the way out. */
  readonly errors: {
    readonly unknownCommand: (a: { name: string; suggestion?: string }) => string;
    readonly unknownOption: (a: { option: string; suggestion?: string }) => string;
    readonly missingArgument: (a: { argument: string }) => string;
    readonly optionMissingArgument: (a: { option: string }) => string;
    readonly missingOption: (a: { option: string }) => string;
    readonly invalidChoice: (a: { option: string; value: string; choices: string }) => string;
    readonly invalidCount: (a: { option: string; value: string }) => string;
    readonly excessArguments: (a: { expected: number; found: number }) => string;
    readonly conflictingOptions: (a: { first: string; second: string }) => string;
    readonly unknownCode: (a: { code: string; suggestion?: string }) => string;
    readonly usage: string;
    readonly seeHelp: (a: { command: string }) => string;
    readonly unexpected: (a: { detail: string }) => string;
  };
}

export interface SummaryMessages {
  /** `period` as `2024-09`. */
  readonly title: (a: { unit: string; period: string }) => string;
  readonly reported: (a: { reported: number; expected: number }) => string;
  readonly files: (a: { files: number }) => string;
  readonly leftOut: (a: { files: number }) => string;
  readonly rows: (a: {
    read: number;
    accepted: number;
    rejected: number;
    ignored: number;
  }) => string;
  readonly findings: (a: { error: number; warning: number; info: number }) => string;
  readonly noFindings: string;
  readonly more: (a: { count: number }) => string;
  readonly written: (a: { path: string; files: number }) => string;
  readonly strict: string;
  readonly tooMany: (a: { most: number }) => string;
  /** `validate --return`: folders and copies written. */
  readonly returned: (a: { path: string; folders: number; copies: number }) => string;
  /** `validate --decisions`: lines to fill in. */
  readonly decisions: (a: { path: string; lines: number }) => string;
}

export interface Messages {
  readonly lang: Lang;
  readonly environment: EnvironmentMessages;
  readonly cli: CliMessages;
  readonly summary: SummaryMessages;
  readonly progress: Readonly<Record<'finding' | 'reading' | 'rolling-up' | 'writing', string>>;
  readonly status: Readonly<
    Record<'accepted' | 'partial' | 'rejected' | 'superseded' | 'duplicate' | 'ignored', string>
  >;
  readonly level: Readonly<Record<'province' | 'district' | 'commune' | 'hamlet', string>>;
  readonly severity: Readonly<Record<Severity | 'off', string>>;
  readonly layout: Readonly<Record<'list' | 'tally', string>>;
  readonly leftOut: Words;
  /** Labels of fields in lists: `Tệp: …`. */
  readonly label: Readonly<Record<LabelName, string>>;
  /** `Có phải “rollup” không?` */
  readonly didYouMean: (suggestion: string) => string;
}

export type LabelName =
  | 'file'
  | 'sheet'
  | 'cell'
  | 'row'
  | 'column'
  | 'field'
  | 'unit'
  | 'form'
  | 'period'
  | 'status'
  | 'severity'
  | 'code'
  | 'message'
  | 'found'
  | 'expected'
  | 'fix'
  | 'why'
  | 'example'
  | 'kind'
  | 'size'
  | 'rows'
  | 'columns'
  | 'hidden'
  | 'table'
  | 'indicator'
  | 'value'
  | 'reported'
  | 'outputs';
