import type { Finding } from '../core/finding.js';
import type { Month } from '../core/period.js';
import type { RowSpan } from '../core/row-runs.js';
import type { Sex } from './cells/sex-text.js';
import type { NearestForm } from './lines/nearest-form.js';
import type { TeamRows } from './records/team.js';
import type { LayoutName } from './types.js';

/**
 * What crosses from a file to the roll-up: parts, counts and findings, not rows. A list's
 * rows are reduced to a few numbers each: enough to tell duplicates and to count.
 */
export interface Entries {
  /** Row numbers of the sheet. */
  readonly row: Numbers;
  /** Keys by the identity's order; 0 where the row lacks it. Exact or 53-bit hashes. */
  readonly keys: readonly Numbers[];
  /** Hash of the weak field; empty where the identity has none. */
  readonly weak: Numbers;
  /** Hash of the `within` field (team), 0 where blank; empty where there is none. */
  readonly group: Numbers;
  /** Day number of the visit, 0 where blank; empty where there is none. */
  readonly visit: Numbers;
  /** Bit i: the row meets the condition of the layout's i-th measure. */
  readonly mask: Numbers;
}

/** Numbers, one a row: an array while they are gathered, then in as few bytes as they need. */
export interface Numbers extends Iterable<number> {
  readonly length: number;
  at(index: number): number | undefined;
}

/** A row, and an earlier one that it is held against: indexes into a list's rows. */
export interface Pair {
  readonly row: number;
  readonly other: number;
}

/** A row that is the same as an earlier one, the first of its entity. */
export interface Repeat extends Pair {
  /** A visit on a date of its own: accepted, and counted with the first; else rejected. */
  readonly isVisit: boolean;
}

/** What the rows of one list come to among themselves; of most lists, counts alone. */
export interface Digest {
  readonly repeats: readonly Repeat[];
  /** Rows that share a weak key only (a name), with nothing more to compare. */
  readonly lookAlikes: readonly Pair[];
  /** The same person in two teams: both count. */
  readonly inTwoGroups: readonly Pair[];
  /** By bit of the mask: entities that meet the measure, without rejected rows. */
  readonly counts: readonly number[];
  /** Distinct groups (teams) of the rows that are not rejected; a blank one is one more. */
  readonly groups: number;
  /** The sheet's rows, one after another, that the list has. */
  readonly spans: readonly RowSpan[];
}

/** A tally's row: counts by field, null where blank or bad. */
export interface TallyRow {
  readonly row: number;
  readonly values: Readonly<Record<string, number | null>>;
  /** The week, round or day of the month that it is of, as a number that rises, where the row says so. */
  readonly week?: number;
  /** The row counts the hamlet's men or its women alone. */
  readonly sex?: Sex;
  /** The row counts one team of the hamlet alone: its name as a number, as in `Entries.group`. */
  readonly team?: number;
  /** A1 address by field, where the counts stand below each other and not in one row. */
  readonly cells?: Readonly<Record<string, string>>;
}

/** What a tally's row says of itself, beside its counts. */
export type OfRow = Pick<TallyRow, 'week' | 'sex' | 'team'>;

/** One hamlet's rows of one form in one table. */
export interface Part {
  readonly unit: string;
  /** Code of the hamlet that the rows name, where it was merged with others into that unit. */
  readonly mergedFrom?: string;
  readonly layout: LayoutName;
  readonly entries: Entries | null;
  /** What the entries come to on their own, where that was found out when they were read. */
  readonly digest?: Digest;
  readonly tally: readonly TallyRow[];
  /** Rows accepted by the sheet itself. */
  readonly rows: number;
  /** Fields that have a column, and in a list at least one value where blank means unknown. */
  readonly reported: readonly string[];
  /** The teams of a list of people. */
  readonly teams?: readonly TeamRows[];
}

/** A tally's row of a commune, and the hamlets that it has. */
export interface Whole {
  readonly unit: string;
  readonly hamlets: readonly string[];
  readonly tally: TallyRow;
}

/** A table of one form in a sheet, with the rows above it that belong to none. */
export interface TableReport {
  readonly form: string;
  readonly layout: LayoutName;
  /** Null where no period is stated and none was asked for. */
  readonly month: Month | null;
  readonly periodText: string | null;
  /** The week of the month that its sheet's name, or a line above it, says it is of. */
  readonly week?: number;
  readonly state: 'read' | 'rejected' | 'other-period' | 'empty';
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Last row that belongs to the table: rows without data below it do. */
  readonly endRow: number;
  /** Code of the lowest unit that the sheet as a whole names, on the month's map. */
  readonly base: string | null;
  readonly read: number;
  readonly rejected: number;
  /** Data rows as told apart from title, group, subtotal and note rows. */
  readonly data: number;
  /** Rejected data rows by hamlet code; '' where the hamlet is not known. */
  readonly rejectedBy: Readonly<Record<string, number>>;
  readonly parts: readonly Part[];
  /** Rejected rows of a tally that name a commune and no hamlet, which may be its total. */
  readonly wholes?: readonly Whole[];
  /** Codes of the hamlets that its rows name, of a table that was set aside or refused. */
  readonly named?: readonly string[];
  /** Address of each field's column: letters, for findings made later. */
  readonly columns: Readonly<Record<string, string>>;
  /** Letters of all of its columns, of a count that is the sum of several. */
  readonly added?: Readonly<Record<string, readonly string[]>>;
}

export interface SheetReport {
  readonly name: string;
  readonly state: 'read' | 'hidden' | 'no-form' | 'unreadable';
  /** Rows down to the last one with a value. */
  readonly rows: number;
  readonly width: number;
  readonly tables: readonly TableReport[];
  /** Of a sheet without a form: cells whose letters were saved as `?`. */
  readonly lost?: string;
  /** Of a sheet without a form: cells whose letters are typed with their marks behind them (VIQR). */
  readonly typed?: string;
  /** Of a sheet without a form: the first cell of rows that stand in one cell each. */
  readonly joined?: string;
  /** Of a sheet without a form: what it has for a header. */
  readonly nearest?: NearestForm;
  /** Of a sheet without a form: the first of the rows that go on with another sheet's table. */
  readonly goesOn?: number;
}

export interface FileReport {
  /** Path from the INPUT folder, `/`, NFC. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** ISO, UTC: the file's saved time. */
  readonly receivedAt: string;
  /** ISO, UTC: the workbook's own modified property, else the file's time. */
  readonly savedAt: string;
  readonly state: 'read' | 'unreadable' | 'no-form' | 'foreign';
  readonly sheets: readonly SheetReport[];
  readonly findings: readonly Finding[];
}
