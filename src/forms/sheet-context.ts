import type { Finding, SeverityOf } from '../core/finding.js';
import type { Calendar, Month, Period } from '../core/period.js';
import type { DatedNames } from '../geography/dated-names.js';
import type { Match, Named, Node } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import type { MergedRange } from './cells/merged-blocks.js';
import type { CompiledLayout } from './header/compile.js';
import type { MatchUnit, Statement } from './places/place.js';
import type { BeginRowCheck } from './records/row-checks.js';

/**
 * What was decided of a row; with a 0-based column, not what was decided of other columns alone.
 */
export type DecisionOf = (row: number, column?: number) => 'accept' | 'drop' | null;

/** All that reading a sheet needs to know; made once a file. */
export interface SheetContext {
  readonly file: string;
  /** Blank for a CSV. */
  readonly sheet: string;
  readonly layouts: readonly CompiledLayout[];
  readonly indicators: readonly Indicator[];
  readonly checks: readonly BeginRowCheck[];
  /** The period asked for, or null. */
  readonly wanted: Period | null;
  readonly calendar: Calendar;
  readonly cutoff: number;
  /** The severity in force; each code's own without it. */
  readonly severityOf?: SeverityOf;
  /** The sheet was decided to be set aside: its rows are counted and none is taken. */
  readonly setAside?: boolean;
  /** What was decided of a row (`decisions.csv`); told back where it is one of data. */
  readonly decisionOf?: DecisionOf;
  readonly onDecided?: (row: number, column?: number) => void;
  /** The registry's names of units that read like periods; none without it. */
  readonly datedNames?: DatedNames;
  /** File name, then folder names from the nearest up: they may name a unit or a period. */
  readonly names: readonly { readonly text: string; readonly from: 'file' | 'folder' }[];
  /** The sheet's own, where the file and its folders are named by another one's. */
  readonly period?: Period;
  /** Who signs the sheet, once that is known: asked last of all for where it comes from. */
  readonly signed?: readonly Statement[];
  readonly merges: readonly MergedRange[];
  /** What the place of a row is told by: its cells, its heads, the sheet's lines and names. */
  readonly onPlace?: (named: Named) => void;
  /** The matcher of a month's map and its last day; null: the newest map. */
  mapOf(month: Month | null): {
    match: MatchUnit;
    /** The unit that a file or folder name names in passing. */
    matchText: (text: string, within?: Node) => Match | null;
    /** What such a name seems to name but for accents. */
    nearText: (text: string) => Named;
    lastDay: string | null;
  };
  emit(found: Finding): void;
}
