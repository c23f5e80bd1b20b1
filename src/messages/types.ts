import type { EnvironmentCode } from '../core/errors.js';
import type { Severity } from '../core/finding.js';
import type { Lang } from '../core/lang.js';

/** What each environment error tells of itself. */
export interface EnvironmentArguments
  extends Record<EnvironmentCode, Readonly<Record<string, string | number>>> {
  /** `near`: the path that may be meant, or blank. */
  'input-missing': { path: string; near: string };
  'input-folder': { path: string };
  'no-inputs': Empty;
  'cwd-missing': Empty;
  'argument-swallowed': { argument: string };
  'registry-missing': { path: string };
  'registry-bad': { file: string; row: number; problem: string; detail: string; count: number };
  'registry-within': { path: string; within: string };
  'config-missing': { path: string };
  'config-unreadable': { path: string; detail: string };
  'config-bad': { path: string; where: string; problem: string; detail: string; count: number };
  'list-unknown': { file: string };
  'date-bad': { date: string };
  /** `near`: the period that is surely meant, or blank. */
  'period-bad': { period: string; near: string };
  'period-needed': { found: string };
  'previous-bad': { path: string; period: string };
  'history-missing': { path: string };
  'output-busy': { path: string };
  'output-unwritable': { path: string; detail: string };
  'stdout-unwritable': { detail: string };
  'temporary-unreadable': { detail: string };
  'output-exists': { path: string };
  'output-foreign': { path: string };
  'output-holds': { path: string; holds: string };
  'unit-missing': { unit: string; near: string };
  'unit-several': { unit: string; choices: string; more: number };
  'indicator-unknown': { indicator: string; known: string };
  'sheet-missing': { sheet: string; file: string; sheets: string };
  'file-unreadable': { file: string; vi: string; en: string };
  'history-bad': { path: string; detail: string };
  'closed-unmarked': { path: string };
  'closed-misplaced': { path: string; period: string };
  'ledger-damaged': { path: string; line: number; why: string; count: number };
  'workspace-needed': { path: string };
  'workspace-unreadable': { path: string; detail: string };
  'workspace-unwritable': { path: string; detail: string };
  'workspace-busy': { path: string; host: string; since: string };
  'period-closed': { period: string };
  'period-empty': { period: string };
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

export type CommandName =
  | 'init'
  | 'rollup'
  | 'validate'
  | 'status'
  | 'close'
  | 'template'
  | 'inspect'
  | 'explain'
  | 'trace'
  | 'units';

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
  | 'traceUnit'
  | 'templateOut'
  | 'quiet'
  | 'json'
  | 'noColor'
  | 'force'
  | 'forceFile'
  | 'format'
  | 'asOf'
  | 'outFile'
  | 'history'
  | 'cache'
  | 'chase'
  | 'reopen'
  | 'reason'
  | 'initRegistry'
  | 'sheet'
  | 'help'
  | 'version';

export interface CliMessages {
  readonly program: string;
  readonly commands: Readonly<Record<CommandName, CommandText>>;
  readonly arguments: Readonly<
    Record<'inputs' | 'indicator' | 'file' | 'code' | 'folder' | 'month' | 'unitsAction', string>
  >;
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
    readonly command: string;
    readonly exits: readonly (readonly [status: string, meaning: string])[];
  };
  /** A call that is wrong: what, and the way out. */
  readonly errors: {
    readonly unknownCommand: (a: { name: string; suggestion?: string }) => string;
    readonly unknownOption: (a: { option: string; suggestion?: string }) => string;
    readonly missingArgument: (a: { argument: string; what: string }) => string;
    readonly optionMissingArgument: (a: { option: string }) => string;
    readonly optionTwice: (a: { option: string; value: string }) => string;
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

/** The first of `count` lines of the ledger that cannot be read, and what is wrong with it. */
export type LedgerMessage = (a: {
  path: string;
  line: number;
  why: string;
  count: number;
}) => string;

/** What to type next; each text but `folder` goes into `step`, and calls stand as they are typed. */
export interface NextMessages {
  readonly step: (said: string) => string;
  /** What the folder of returned copies may be called. */
  readonly folder: string;
  readonly return: (a: { call: string }) => string;
  /** Of files that are known from packages alone: their copies are made where the package came from. */
  readonly packages: string;
  /** `folder`: the month's in submissions/, null outside of a workspace. */
  readonly send: (a: { folder: string | null; rollup: string }) => string;
  readonly settle: (a: { path: string }) => string;
  readonly chase: (a: { chase: string; close: string }) => string;
  readonly review: (a: { validate: string; close: string }) => string;
  readonly close: (a: { close: string }) => string;
  readonly rollup: (a: { rollup: string }) => string;
  /** A month was reopened. */
  readonly again: (a: { rollup: string; close: string }) => string;
  /** A month was closed, and this is the one after it. */
  readonly month: (a: { month: string; status: string }) => string;
}

export interface SummaryMessages {
  readonly findings: (a: { error: number; warning: number; info: number }) => string;
  readonly more: (a: { count: number }) => string;
  /** Nothing was found to read; `leftOut`: files not opened, as `kết quả của ccds 7`; `hasOwn`: of ccds. */
  /** `where`: the month's folder that was looked in, and the months in whose folders something lies. */
  readonly noFiles: (a: {
    leftOut: string;
    hasOwn: boolean;
    where?: { path: string; months: readonly string[] };
  }) => string;
  /** The registry has no hamlets on the period's last day. */
  readonly noHamlets: string;
  /** So many `files`, `of` all, name units alone that the registry of `provinces` does not have. */
  readonly strangeFiles: (a: {
    files: number;
    of: number;
    names: string;
    provinces: string;
  }) => string;
  /** `findings`: how many, in words. */
  readonly registry: (findings: string) => string;
  readonly strict: string;
  readonly notNoted: string;
  /** Another run has the workspace, and this one only looked. `since`: ISO */
  readonly besideOther: (a: { host: string; since: string }) => string;
  readonly ledgerDamage: LedgerMessage;
  /** `names`: of files and folders in submissions/ that are in no month's. */
  readonly stray: (a: { names: string }) => string;
  readonly tooMany: (a: { most: number }) => string;
  /** `kept`: the registry that was there already, `given`: the one that was asked for. */
  readonly registryKept: (a: { kept: string; given: string }) => string;
  /** `blankUnits`: the table of units to fill in first. */
  readonly made: (a: {
    root: string;
    isHere: boolean;
    names: readonly string[];
    month: string;
    blankUnits: string | null;
  }) => string;
  readonly closed: (a: { month: string; path: string }) => string;
  /** A month was closed of which no figure counts. */
  readonly closedBare: (a: { month: string }) => string;
  /** `restated`: months of which the closing had published new figures. */
  readonly reopened: (a: { month: string; path: string; restated: readonly string[] }) => string;
  /** `validate --return`: folders and copies written. */
  readonly returned: (a: { path: string; folders: number; copies: number }) => string;
  readonly templates: (a: { path: string; books: number }) => string;
  /** `validate --decisions`: lines to fill in. */
  readonly decisions: (a: { path: string; lines: number }) => string;
  readonly next: NextMessages;
}

/** What `ccds units` says. */
export interface UnitsMessages {
  /** What is wrong with a registry, by problem; `detail` says what was found. */
  readonly problem: (id: string, detail: string) => string;
  readonly checked: (a: { registry: string; units: number; changes: number }) => string;
  readonly sound: string;
  /** `2025-08-01`, or null for the newest map. */
  readonly mapOf: (a: { date: string | null; units: number }) => string;
  readonly hamlets: (a: { hamlets: number }) => string;
  readonly between: (a: { from: string; to: string }) => string;
  readonly levelCount: (a: { level: string; from: number; to: number }) => string;
  readonly difference: Readonly<
    Record<'whole' | 'split' | 'ended' | 'moved' | 'merged' | 'continued' | 'new', string>
  >;
  /** The code names another unit on the other day. */
  readonly reused: (a: { name: string; isGone: boolean }) => string;
  readonly same: string;
  readonly imported: (a: { units: number; skipped: number }) => string;
  readonly skipped: (a: { row: number; reason: string; found: string }) => string;
  readonly nothing: (a: { files: number }) => string;
  readonly suggested: (a: { files: number; names: number; hamlets: number }) => string;
  readonly kind: Readonly<Record<'near' | 'several' | 'ended' | 'stranger', string>>;
  readonly rows: (a: { rows: number }) => string;
  readonly approve: string;
  readonly newHamlets: string;
  readonly proposed: (a: { hamlets: number; communes: number }) => string;
  readonly notPlaced: (a: { names: number }) => string;
  readonly unnamed: (a: { count: number; files: string }) => string;
  readonly actionUnknown: (a: { action: string; actions: string; suggestion?: string }) => string;
  readonly argumentsWrong: (a: { action: string; usage: string }) => string;
  readonly written: (a: { path: string }) => string;
}

export interface Messages {
  readonly lang: Lang;
  readonly units: UnitsMessages;
  readonly environment: EnvironmentMessages;
  readonly cli: CliMessages;
  readonly summary: SummaryMessages;
  readonly progress: Readonly<
    Record<'finding' | 'reading' | 'looking-back' | 'rolling-up' | 'writing', string>
  >;
  readonly level: Readonly<Record<'province' | 'district' | 'commune' | 'hamlet', string>>;
  readonly severity: Readonly<Record<Severity | 'off', string>>;
  readonly layout: Readonly<Record<'list' | 'tally', string>>;
  /** Why a file was left out without being opened. */
  readonly leftOut: Words;
  /** Labels of fields in lists: `Tệp: …`. */
  readonly label: Readonly<Record<LabelName, string>>;
}

export type LabelName =
  | 'sheet'
  | 'row'
  | 'severity'
  | 'message'
  | 'fix'
  | 'why'
  | 'example'
  | 'kind'
  | 'size'
  | 'rows'
  | 'columns'
  | 'hidden'
  | 'table'
  | 'noRows'
  | 'tableRows'
  | 'ownSheet'
  | 'unreadable';
