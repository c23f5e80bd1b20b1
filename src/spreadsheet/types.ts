/**
 * What the reader hands out. Typed only as the cell says: text `001` is never the number
 * 1, and casting is the caller's job. This folder has no word of any domain.
 */

import type { Value } from '../core/value.js';

export {
  CalendarDate,
  CellError,
  MonthDate,
  Percentage,
  UncomputedFormula,
  type Value,
} from '../core/value.js';

export interface Row {
  /** 1-based row of the sheet; in a CSV the record number. */
  readonly number: number;
  /** By 0-based column; may be shorter than the widest row; holes are null. */
  readonly values: readonly Value[];
  readonly hidden: boolean;
  /**
   * 0-based columns, rising, of the filled cells whose whole text is struck through; absent
   * where there is none, as in nearly every row.
   */
  readonly struck?: readonly number[];
  /** Texts that are not all meant as they stand; absent where there is none, as in nearly every row. */
  readonly meant?: readonly MeantText[];
}

/**
 * What a text of several runs says to whoever looks at it, where that is not its value: without what
 * is struck through in it, and with raised or lowered digits as such (`5¹`, not 51).
 */
export interface MeantText {
  /** 0-based. */
  readonly column: number;
  /** Null for a blank one. */
  readonly text: string | null;
  /** Some of the value is struck through, and not in the text. */
  readonly isStruck: boolean;
}

/** What else than values there is to be said of a row's cells. */
export type RowLook = Pick<Row, 'struck' | 'meant'>;

/** A merged range, 0-based columns and 1-based rows, all inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Columns side by side, 0-based, both included. */
export interface ColumnRange {
  readonly first: number;
  readonly last: number;
}

/** `xml` is SpreadsheetML of Excel 2003; `xlsx` stands for `.xlsm` and templates too. */
export type Kind = 'xlsx' | 'xls' | 'ods' | 'html' | 'xml' | 'csv';

export interface Sheet {
  /** Name as the file has it; blank for a CSV. */
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** Known before the first row is handed out. */
  merges(): Promise<readonly Merge[]>;
  /** Columns that the file hides; their values are handed out all the same. */
  hiddenColumns(): Promise<readonly ColumnRange[]>;
  /**
   * Hands out every row that the file holds, from the top down, up to the last that has a
   * value; `false` from `onRow` stops.
   */
  read(onRow: OnRow): Promise<SheetEnd>;
}

/** Is handed one row; `false` stops the reading. */
export type OnRow = (row: Row) => unknown;

/** What is known once a sheet has been read. */
export interface SheetEnd {
  /**
   * How many cells the records of a CSV have, where not all have as many: the first record of each
   * run of records that do, and their number of cells, in turn; 0 for blank lines.
   */
  readonly widths?: readonly number[];
  /** Lines of a CSV that look like records and lie in one field, with the first row that has such. */
  readonly held?: { readonly rows: number; readonly first: number };
  /** The first row of a CSV where a quote that opens a field is never closed: it was read as text. */
  readonly unclosed?: { readonly first: number };
}

/** What a workbook can be read without, where its part is damaged or missing. */
export type Unread = 'formats' | 'properties' | 'relationships';

export interface Workbook {
  readonly kind: Kind;
  /** Character set of a text file: `utf-8`, `utf-16le`, `windows-1258`, … */
  readonly encoding?: string;
  /** Delimiter of a text file. */
  readonly delimiter?: string;
  /**
   * The workbook's own modified property, if it has one. This and `properties` are read
   * when first asked for, before `close`; damaged, there are none.
   */
  readonly modified?: Date | undefined;
  /** Custom document properties (docProps/custom.xml), for marks. */
  readonly properties: Readonly<Record<string, string>>;
  /**
   * What could not be read and is not needed for the sheets' values, `properties` once they were asked
   * for. Without `formats`, a number that may be a date is taken for one, and nothing is struck through.
   */
  readonly unread?: ReadonlySet<Unread>;
  readonly sheets: readonly Sheet[];
  close(): Promise<void>;
}

export type Reason =
  /** Zip or XML is broken: truncated, bad checksum, bad nesting. */
  | 'damaged'
  /** Encrypted with a password. */
  | 'encrypted'
  /** A limit was met; `limit` says which. */
  | 'limit'
  /** Known, but not read: `kind` says which (`xlsb`, `pdf`, `docx`, `image`, …). */
  | 'unsupported'
  /** Nothing that can be read as a table. */
  | 'unknown'
  /** 0 bytes. */
  | 'empty';

/** The one exception this folder throws for a file's sake. */
export class SpreadsheetError extends Error {
  constructor(
    readonly reason: Reason,
    message: string,
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
    this.name = 'SpreadsheetError';
  }
}

/** Limits that a caller may lift; the constants and their reasons are in `limits.ts`. */
export interface ReadOptions {
  readonly maxInflatedBytes?: number;
  readonly maxRatio?: number;
  readonly maxCells?: number;
  readonly maxSharedStringBytes?: number;
  /** Time for a file of an older format: an `.xls`, or `.xml` of Excel 2003. */
  readonly maxLegacyMilliseconds?: number;
}

/** `openWorkbook(source, options)`, exported by `src/spreadsheet/index.ts`. */
export type OpenWorkbook = (
  source: string | { readonly name: string; readonly bytes: Uint8Array },
  options?: ReadOptions,
) => Promise<Workbook>;
