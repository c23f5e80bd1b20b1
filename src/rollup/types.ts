import type { Finding } from '../core/finding.js';
import type { KnownPeriod, Month } from '../core/period.js';
import type { RowSpan } from '../core/row-runs.js';
import type { Form } from '../forms/types.js';
import type { Node, Target, Tree } from '../geography/types.js';
import type { BaselineKind, Indicator } from '../indicators/types.js';
import type { Replacement } from './replace-told.js';
import type { Restatement } from './restatement.js';

/** The atom: what one hamlet reported for one indicator in one month, and where. */
export interface Fact {
  /**
   * Code of the hamlet, in the tree of the month's last day; once restated, in the tree of
   * the summary, or of the unit above where only that is known.
   */
  readonly unit: string;
  readonly month: Month;
  /** The months that it is of, where they are others than that one alone. */
  readonly months?: readonly Month[];
  readonly indicator: string;
  /** Blank is not zero: null was not reported. */
  readonly value: number | null;
  /** Index of the source sheet in `Run.sheets`. */
  readonly source: number;
  /** Code of the hamlet that the sheet names, where it was merged with others into that one. */
  readonly mergedFrom?: string;
  /** Set of a total of such a hamlet in a month in which others that were merged with it are silent. */
  readonly isOfPart?: true;
  /** Code of the hamlet that reported it, once restated as another's. */
  readonly origin?: string;
  /** Set of a running total that no sheet states: it was added up on its month's map. */
  readonly isRunUp?: true;
  /** Set of what a package leaves blank though something is there: nobody knows how much. */
  readonly isUntold?: true;
}

/** One cell of the summary: a unit's value of an indicator. */
export interface UnitValue {
  readonly value: number | null;
  /** For ratios alone, else null. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Hamlets below (or itself) with a value for this indicator. */
  readonly reported: number;
  /** Hamlets in the registry below (or itself). */
  readonly expected: number;
}

/** The figures of one unit, by indicator id. */
export interface UnitFigures extends Iterable<[string, UnitValue]> {
  get(indicator: string): UnitValue | undefined;
}

/** Values by unit code, then by indicator id. */
export type Values = ReadonlyMap<string, UnitFigures>;

/** rows read = accepted + rejected + ignored. */
export interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly ignored: number;
}

/** What became of a file, the best first. */
export const STATUSES = [
  'accepted',
  'partial',
  'rejected',
  'superseded',
  'duplicate',
  'ignored',
] as const;
export type Status = (typeof STATUSES)[number];

/** A sheet as it was taken, for the row accounting. */
export interface SheetLine {
  readonly file: string;
  /** Blank for a CSV. */
  readonly sheet: string;
  /** Form id, or null where none was recognised. */
  readonly form: string | null;
  readonly layout: 'list' | 'tally' | null;
  readonly month: Month | null;
  readonly status: Status;
  readonly rows: RowCounts;
  /** What was accepted of each hamlet; absent of what a package has. */
  readonly counted?: readonly CountedRows[];
}

/** A hamlet's rows of a sheet that were accepted, and where its figures stand in them. */
export interface CountedRows {
  /** Code of the hamlet on the map of the sheet's month. */
  readonly unit: string;
  /** Code of the hamlet that the rows name, where it was merged with others into that one. */
  readonly mergedFrom: string | undefined;
  /** Rows of the sheet, in rising order. */
  readonly spans: readonly RowSpan[];
  readonly count: number;
  /** By field: letters of its columns, or addresses where counts stand below each other. */
  readonly columns: Readonly<Record<string, string>>;
}

/** One line of `submissions.csv`: a file and form. */
export interface SubmissionLine {
  readonly file: string;
  readonly sha256: string;
  readonly status: Status;
  /** The lowest unit that covers it; null where none is known. */
  readonly unit: string | null;
  readonly form: string | null;
  /** The period(s) that its sheets state or were taken for. */
  readonly period: string | null;
  /** ISO, UTC. */
  readonly receivedAt: string;
  readonly rows: RowCounts;
}

/** Rows by hamlet, for the row accounting; `unit` null: rows whose hamlet is not known. */
export interface UnitLine {
  readonly unit: string | null;
  readonly accepted: number;
  readonly rejected: number;
  readonly ignored: number;
}

/** Everything that a roll-up came to; what reports are made from. Plain data. */
export interface Summary {
  readonly period: KnownPeriod;
  readonly months: readonly Month[];
  readonly tree: Tree;
  /** Units of the months' own maps that the tree has no more: what is told may name them. */
  readonly gone?: Tree['byCode'];
  readonly indicators: readonly Indicator[];
  readonly baselines: readonly BaselineKind[];
  /** Ours and the config's, in order. */
  readonly forms: readonly Form[];
  readonly values: Values;
  /** Baseline in force, own or summed from all children; absent where not known. */
  readonly baselineValues: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** How much of each is stated in what was handed in: 0 where all is the registry's. */
  readonly baselinesStated?: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly targets: readonly Target[];
  /** Where figures stand on another map than their month's own. */
  readonly restatement?: Restatement;
  readonly facts: readonly Fact[];
  readonly sheets: readonly SheetLine[];
  readonly submissions: readonly SubmissionLine[];
  readonly units: readonly UnitLine[];
  readonly findings: readonly Finding[];
  /** Hamlets' parts that later files replaced. */
  readonly replaced?: readonly Replacement[];
  /** Files left out without being opened (lock files, own outputs, …), by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** The part of a summary below one unit, for a workbook of its own. */
export type Scope = { readonly summary: Summary; readonly root: Node };
