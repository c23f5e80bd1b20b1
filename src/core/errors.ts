/**
 * The environment is broken or the call is wrong: ccds could not do its work (exit 2).
 * Bad data is never an exception but a finding; anything else that is thrown is a bug.
 * The sentence a person reads is made from `code` and `args` by `messages/`.
 */
export class EnvironmentError extends Error {
  readonly code: EnvironmentCode;
  readonly args: Readonly<Record<string, string | number>>;

  constructor(code: EnvironmentCode, args: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(args)}`);
    this.name = 'EnvironmentError';
    this.code = code;
    this.args = args;
  }
}

/** Each has its sentence in `messages/vi.ts` and `messages/en.ts`. */
export type EnvironmentCode =
  /** `path` */
  | 'input-missing'
  /** `path`: a folder, where one file is looked at */
  | 'input-folder'
  /** `path`, `names`, `count`: an archive, where one file is looked at; the first files in it */
  | 'input-archive'
  | 'no-inputs'
  /** `argument`: a folder with the options behind it, as a backslash ends its name in PowerShell */
  | 'argument-swallowed'
  /** The current folder is not there any more */
  | 'cwd-missing'
  /** `path` */
  | 'registry-missing'
  /** `file`, `row`, `problem`, `detail`, `count`: the first of `count` problems. */
  | 'registry-bad'
  | 'registry-within'
  /** `path`: not there */
  | 'config-missing'
  /** `path`, `detail`: there, and not readable (EACCES, ELOOP, EISDIR, …) */
  | 'config-unreadable'
  /** `path`, `where`, `problem`, `detail`, `count`: the first of `count` problems. */
  | 'config-bad'
  /** `file`: not the statistics office's list of units */
  | 'list-unknown'
  /** `date`: no ISO day */
  | 'date-bad'
  /** `period` */
  | 'period-bad'
  /** `found`: months that the sheets state, where none was asked for */
  | 'period-needed'
  /** `path`, `period`: --previous is no result (blank), or of no earlier period as long */
  | 'previous-bad'
  /** `path`: --history is no folder of closed months (the folder closed/ of a workspace) */
  | 'history-missing'
  /** `path`: open in Excel or locked (EBUSY; on Windows EPERM too) */
  | 'output-busy'
  /** `path`, `detail`: not writable (EACCES, EROFS, ENOSPC, …) */
  | 'output-unwritable'
  /** `detail`: what is printed gets nowhere (a full disk behind `>`) */
  | 'stdout-unwritable'
  /** `detail`: numbers put aside in the system's temporary folder can't be read back */
  | 'temporary-unreadable'
  /** `path`: a file that is there, perhaps filled in; --force replaces it */
  | 'output-exists'
  /** `path`: a folder that is not ccds's own; --force replaces it */
  | 'output-foreign'
  /** `path`, `holds`: the target holds inputs or the current folder; never replaced */
  | 'output-holds'
  /** `unit`, `near`: no such unit in the tree of the period, and those of a near name */
  | 'unit-missing'
  /** `unit`, `choices`, `more`: units of that name, those named and how many are left out */
  | 'unit-several'
  /** `indicator`, `known`: no such indicator */
  | 'indicator-unknown'
  /** `sheet`, `file`, `sheets` */
  | 'sheet-missing'
  /** `file`; `vi`, `en`: what its finding says. Inspect of a file that can't be read */
  | 'file-unreadable'
  /** `path`: what ccds wrote in a workspace (closed figures, its ledger) and can't read; `detail` */
  | 'history-bad'
  /** `path`: a month's folder among the closed ones that has something and not their mark */
  | 'closed-unmarked'
  /** `path`: a month's folder among the closed ones that is of another; `period`: which */
  | 'closed-misplaced'
  /** `path`, `line`, `why`, `count`: the first of `count` lines of the ledger that can't be read */
  | 'ledger-damaged'
  /** `path`: no workspace there, nor above it */
  | 'workspace-needed'
  /** `path`, `detail`: the ledger, the lock or the closed figures can't be written */
  | 'workspace-unwritable'
  /** `path` in a workspace could not be read: `detail`, the system's word. */
  | 'workspace-unreadable'
  /** `path` of the lock, `host`, `since`: another run is at work */
  | 'workspace-busy'
  /** `period`: closed already; nothing to close; not closed; no month */
  | 'period-closed'
  | 'period-empty'
  | 'period-open'
  | 'period-not-month'
  /** Reopening, or closing over a closed month, needs a reason. */
  | 'reason-needed'
  /** Stopped by Ctrl-C. */
  | 'interrupted';
