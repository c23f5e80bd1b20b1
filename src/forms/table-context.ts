import type { Finding, SeverityOf } from '../core/finding.js';
import type { Month } from '../core/period.js';
import type { Value } from '../core/value.js';
import type { Named } from '../geography/types.js';
import type { Indicator } from '../indicators/types.js';
import type { MergedRange } from './cells/merged-blocks.js';
import type { Setting } from './lines/setting.js';
import type { Base } from './places/base.js';
import type { MatchUnit } from './places/place.js';
import type { BeginRowCheck } from './records/row-checks.js';
import type { EarlierVisits } from './rows/earlier-visits.js';
import type { RowPeriods } from './rows/row-periods.js';
import type { Title } from './rows/uncounted.js';
import type { SheetContext } from './sheet-context.js';

/** A row as the reader hands it out. */
export interface SheetRow {
  readonly number: number;
  readonly values: readonly Value[];
  /** Columns of the cells that are struck through; nearly no row has any. */
  readonly struck?: readonly number[];
  /** Texts of its cells that are not meant as they stand, as the spreadsheet tells them. */
  readonly meant?: readonly MeantText[];
  /** Columns of the cells of which some of the text is struck through, and is not in the value. */
  readonly partly?: readonly number[];
}

/** What a text is meant to be; `isStruck`: some of what stands there is struck through. */
export interface MeantText {
  readonly column: number;
  readonly text: string | null;
  readonly isStruck: boolean;
}

/** The true place of a cell; without a column, that of the record as a whole. */
export type CellsOf = (column: number | undefined, row: number) => { row: number; cell?: string };

/** All that a table needs to know of its sheet. */
export interface TableContext {
  readonly place: { readonly file: string; readonly sheet?: string };
  readonly month: Month | null;
  readonly periodText: string | null;
  readonly lastDay: string | null;
  readonly base: Base;
  readonly match: MatchUnit;
  readonly merges: readonly MergedRange[];
  readonly indicators: readonly Indicator[];
  readonly checks: readonly BeginRowCheck[];
  /** Rows are counted but none is taken: another period, or a sheet that was refused. */
  readonly state: 'read' | 'rejected' | 'other-period';
  /** A line right above says that the rows only show how to fill in. */
  readonly isExample?: boolean;
  /** What says, above the table or as the sheet's name, that its rows are not the period's. */
  readonly uncounted?: Title | null;
  /** What tables that share their rows have told of what is struck through in them. */
  readonly struck?: Set<string>;
  /** The week, or the round, of the month that the sheet says it is of. */
  readonly week?: number | null;
  /** The week alone: a round may be the only one. */
  readonly weekOfAll?: number | null;
  /** The severity in force; each code's own without it. */
  readonly severityOf?: SeverityOf | undefined;
  /** What was decided of a row (`decisions.csv`); told back where it is one of data. */
  readonly decisionOf?: ((row: number) => 'accept' | 'drop' | null) | undefined;
  readonly onDecided?: ((row: number) => void) | undefined;
  /** What the rows themselves state as their period, where a column does. */
  readonly periods?: RowPeriods | undefined;
  /** The days of a month's list of visits that lie before it. */
  readonly earlier?: EarlierVisits | null;
  /** Where the cells of a record stand, if not beside each other in its row. */
  readonly cells?: CellsOf;
  /** What the place of a row is told by. */
  readonly onPlace?: ((named: Named) => void) | undefined;
  emit(found: Finding): void;
}

/** Where a table stands, and what holds for its rows. */
export function readContext(
  context: SheetContext,
  setting: Setting,
  ambiguous: boolean,
  periods?: RowPeriods,
): TableContext {
  const { state } = setting.verdict;
  const { checks, severityOf, decisionOf, onDecided, onPlace, setAside } = context;
  return {
    ...ofAnyTable(context, setting),
    checks,
    severityOf,
    decisionOf,
    onDecided,
    periods,
    onPlace,
    state: setAside ? 'other-period' : ambiguous ? 'rejected' : state,
  };
}

/**
 * For a table that lacks a starred column: its rows are counted and none is taken. Its period and the
 * hamlets that they name tell later what was sent anew.
 */
export function refusedContext(context: SheetContext, setting: Setting): TableContext {
  const isOther = context.setAside || setting.verdict.state === 'other-period';
  return {
    ...ofAnyTable(context, setting),
    checks: [],
    state: isOther ? 'other-period' : 'rejected',
  };
}

function ofAnyTable(
  { file, sheet, merges, indicators, emit }: SheetContext,
  { verdict, base, match, lastDay }: Setting,
) {
  const place: TableContext['place'] = sheet === '' ? { file } : { file, sheet };
  const { month, stated: periodText } = verdict;
  return { place, month, periodText, lastDay, base, match, merges, indicators, emit };
}
