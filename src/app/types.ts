import type { Lang } from '../core/lang.js';
import type { Month } from '../core/period.js';
import type { Label } from '../forms/types.js';
import type { Review, Revision } from '../history/types.js';
import type { Summary } from '../rollup/types.js';
import type { EmptyMonth } from './workspace/empty-month.js';
import type { LedgerDamage } from './workspace/ledger-file.js';
import type { NotNoted } from './workspace/lock.js';

/** What every use case is given: the call, and the process it may touch. */
export interface RunOptions {
  readonly inputs: readonly string[];
  /** Folder or workbook, or the name of a bundled registry (`ca-mau`). */
  readonly registry?: string;
  readonly config?: string;
  /** `2024-09`, `2024-Q3`, `2024-H2`, `2024`. */
  readonly period?: string;
  /** The day whose map the figures are put on; the period's last day without it. */
  readonly asOf?: string;
  /** An earlier result (its folder or `values.csv`) to hold the figures against. */
  readonly previous?: string;
  readonly lang: Lang;
  readonly cwd: string;
  /** Folder that keeps what was read of each file; nothing is kept without it. */
  readonly cache?: string;
  /** Look into files though their sizes and times are those of the last run. */
  readonly lookInside?: boolean;
  /** Folder with closed months. */
  readonly history?: string;
  /** The time; the clock's without it. */
  readonly now?: Date;
  /** Threads to read with; as many as there are cores where that pays, if absent. */
  readonly threads?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** How far a run has come; `done` and `total` count files, or what its phase works on. */
export interface Progress {
  readonly phase: 'finding' | 'reading' | 'looking-back' | 'rolling-up' | 'writing';
  readonly done: number;
  readonly total: number;
}

/** What is asked of `ccds rollup`. */
export interface RollupOptions extends RunOptions {
  /** Default `out/PERIOD`. */
  readonly out?: string;
  /** Replace a target that is not ccds's own. */
  readonly force: boolean;
}

/** What a run came to, whatever it was for. */
export interface RunResult {
  readonly summary: Summary;
  /** What lies in the workspace's submissions beside the months' folders. */
  readonly stray: readonly string[];
  /** Of a month of the workspace's of which nothing was read: where it looked, and where it might have. */
  readonly empty?: EmptyMonth | null;
  /** Months of the workspace that are closed; null where the call is of none. */
  readonly closed: readonly Month[] | null;
  /** Why it is not noted when the files were first seen. */
  readonly notNoted?: NotNoted;
  /** Lines of the ledger that can't be read: nothing was noted in it. */
  readonly ledgerDamage?: LedgerDamage | null;
}

/** What was rolled up, and where it was written. */
export interface RollupResult extends RunResult {
  /** Absolute folder the results were written to, and the files in it, relative. */
  readonly out: string;
  readonly written: readonly string[];
  /** The figures beside earlier ones and their targets. */
  readonly review: Review;
  /** Published figures of closed months that are others now. */
  readonly revisions: readonly Revision[];
}

/** What is asked of `ccds validate`. */
export interface ValidateOptions extends RunOptions {
  /** Folder for the copies to return. */
  readonly returnTo?: string;
  /** File for the lines of `decisions.csv` that are to be filled in. */
  readonly decisions?: string;
  /** Replace that folder though it is not as ccds left it. */
  readonly force?: boolean;
}

/** `validate` reads and settles as `rollup` does, and writes only what is asked for. */
export interface ValidateResult extends RunResult {
  readonly decisions?: { readonly path: string; readonly lines: number };
  readonly returned?: { readonly path: string; readonly folders: number; readonly copies: number };
}

/** What is asked of `ccds template`: blank workbooks to fill in. */
export interface TemplateOptions
  extends Omit<RunOptions, 'inputs' | 'previous' | 'asOf' | 'threads'> {
  /** Tallies by default. */
  readonly layout?: 'list' | 'tally';
  /** Lists one a hamlet, tallies one a commune by default. */
  readonly by?: 'hamlet' | 'commune';
  /** For this unit and those below it alone. */
  readonly unit?: string;
  /** Default `mau/PERIOD`, of one unit `mau/PERIOD_UNIT`; in a workspace in its own folder. */
  readonly out?: string;
  readonly force?: boolean;
}

/** Where the templates were written, and how many. */
export interface TemplateResult {
  readonly out: string;
  readonly books: number;
}

/** `inspect` without a sheet: what ccds sees in a file. */
export interface Inspection {
  readonly file: string;
  readonly kind: string;
  readonly bytes: number;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly modified?: string;
  /** What of a damaged file was done without, as `Workbook.unread` names it. */
  readonly unread?: readonly string[];
  /** The same in a sentence. */
  readonly damage?: Label;
  readonly sheets: readonly InspectedSheet[];
}

/** A sheet as ccds sees it. */
export interface InspectedSheet {
  readonly name: string;
  /** `unreadable`: it is damaged, or meets a limit; the others can be read. */
  readonly state: 'visible' | 'hidden' | 'veryHidden' | 'unreadable';
  readonly rows: number;
  readonly columns: number;
  /** Put there by ccds (a template's instructions, a summary): nothing is read from it. */
  readonly isOwn?: true;
  /** Tables recognised: form, layout, header row, first and last data row. */
  readonly tables: readonly {
    readonly form: string;
    /** What the form is called. */
    readonly label: Label;
    readonly layout: 'list' | 'tally';
    readonly headerRow: number;
    readonly firstRow: number;
    readonly lastRow: number;
  }[];
}

/** `inspect --sheet`: the cells from A1 on, as text (numbers plain, dates ISO). */
export interface InspectedCells {
  readonly file: string;
  readonly sheet: string;
  /** Blank cells are null, or holes. */
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  /** 1-based rows that the file hides; they are read all the same. */
  readonly hiddenRows: readonly number[];
  /** Addresses of filled cells that are struck through. */
  readonly struck: readonly string[];
  /**
   * By address, what is read of a text that is not meant as it stands: without what is struck through
   * in it, or with a footnote's raised figure.
   */
  readonly meant: Readonly<Record<string, string | null>>;
}
