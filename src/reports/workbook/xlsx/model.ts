/**
 * A workbook as plain data. Rows are 1-based and columns 0-based, as everywhere in ccds.
 * Objects are shared: a style stands once, however many cells bear it.
 */

export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Points; the book's own where absent. */
  readonly size?: number;
  /** `RRGGBB`. */
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly border?: 'all' | 'bottom';
  /** Can be written to where the sheet is protected. */
  readonly unlocked?: boolean;
  /** Number format code, as Excel stores it: `#,##0`, `0.00%`. */
  readonly format?: string;
}

/** A formula, without `=`, and the value that it comes to. */
export interface Formula {
  readonly formula: string;
  readonly value: number | string;
}

/** null is a blank cell that bears a style. */
export type CellValue = string | number | Formula | null;

export interface Cell {
  readonly column: number;
  readonly value: CellValue;
  readonly style: Style | undefined;
}

export interface Row {
  readonly cells: Cell[];
  /** Points. */
  height?: number;
  /** Outline level, 0 to 7. */
  level?: number;
}

/** Inclusive, rows 1-based, columns 0-based. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Link {
  readonly row: number;
  readonly column: number;
  /** A place in this workbook (`'Biểu 02'!A12`), or a file beside it. */
  readonly to: { readonly location: string } | { readonly file: string };
  readonly tip?: string;
}

export interface Page {
  readonly landscape: boolean;
  /** Pages wide; as many high as it takes, or `pagesHigh`. */
  readonly fitToWidth: boolean;
  readonly pagesHigh?: number;
  readonly area?: Range;
  /** Rows repeated on every page, first and last. */
  readonly titleRows?: readonly [number, number];
  readonly footer?: { readonly left: string; readonly right: string };
  /** A page ends after each of these rows. */
  readonly breaks?: readonly number[];
}

export interface DataBar {
  readonly range: Range;
  readonly max: number;
}

/**
 * A thin line drawn at the top of a row, in the middle of some columns. It is a share of their
 * width, so that it stays there in a program that draws columns wider, for want of the font.
 */
export interface Stroke {
  readonly row: number;
  readonly left: number;
  /** The last of the columns. */
  readonly right: number;
  /** Part of their width that it takes, from 0 to 1. */
  readonly share: number;
}

/** What a cell takes, told before and after one types (ECMA-376 18.3.1.33). */
export interface Validation {
  readonly range: Range;
  readonly check:
    | { readonly type: 'list'; readonly of: readonly string[] | string }
    | {
        readonly type: 'whole' | 'date' | 'textLength';
        readonly least: number;
        readonly most: number;
      }
    /** Anything goes: for the prompt alone. */
    | { readonly type: 'none' };
  /** `stop` takes nothing else; `warning` asks. */
  readonly severity: 'stop' | 'warning';
  readonly prompt: { readonly title: string; readonly text: string };
  readonly error: { readonly title: string; readonly text: string };
}

export interface Sheet {
  readonly name: string;
  readonly rows: Map<number, Row>;
  /** Widths in characters, by column; undefined is the default. */
  readonly widths: (number | undefined)[];
  readonly merges: Range[];
  readonly links: Link[];
  readonly bars: DataBar[];
  readonly charts: Chart[];
  readonly strokes: Stroke[];
  page: Page;
  /** Rows and columns that stay in view. */
  frozen?: { readonly rows: number; readonly columns: number };
  filter?: Range;
  tabColor?: string;
  /** Styles of whole columns, for cells that are not there. */
  columnStyles?: readonly (Style | undefined)[];
  validations?: readonly Validation[];
  /** Locked cells can't be written to; no password. */
  isProtected?: boolean;
}

/** All of a sheet but its rows. */
export type Outline = Omit<Sheet, 'rows'>;

/** Cells that a chart reads, with what stands in them. */
export interface Source<T> {
  /** `'Biểu 01'!$B$9:$B$17`. */
  readonly ref: string;
  readonly values: readonly T[];
}

export interface Series {
  readonly name: string;
  readonly values: Source<number | null>;
  readonly color: string;
  readonly format: string;
  /** Shows the figures beside the bars or points. */
  readonly labels?: boolean;
  readonly dashed?: boolean;
  /** A line's points stand alone, with no line from one to the next. */
  readonly marksAlone?: boolean;
  /** Mark of a line's points; a circle if absent (ECMA-376 21.2.3.28). */
  readonly marker?: 'circle' | 'square' | 'triangle' | 'diamond' | 'x';
}

export interface Chart {
  readonly title: string;
  readonly place: Range;
  /** Bars stand, or lie (for many categories). */
  readonly lying?: boolean;
  readonly categories: Source<string>;
  /** Names of categories that break between words (`Tháng 9/2024`), so that none is ever turned. */
  readonly namesBreak?: boolean;
  readonly bars: readonly Series[];
  readonly lines: readonly Series[];
  /** Where the axis of values ends, for charts that share a scale; as the program likes without. */
  readonly axisEnd?: number;
  /** The lines have an axis of their own, at the right. */
  readonly linesApart?: boolean;
}

export interface Book {
  /** In their order, made as they are asked for; they are asked for once. */
  readonly sheets: Iterable<Sheet>;
  /** Makes the sheet that stands before them, from their names. */
  readonly cover?: (others: readonly string[]) => Sheet;
  /** So many of the first sheets are selected when it is opened, and print together; 1 without. */
  readonly selected?: number;
  /** Whose separators numbers have where the program does not have its own: `vi` is `1.234,5`. */
  readonly locale?: 'vi';
  /** Font of every cell. */
  readonly font: { readonly name: string; readonly size: number };
  readonly properties: {
    readonly title: string;
    readonly subject: string;
    readonly author: string;
    /** ISO date and time, UTC. */
    readonly created: string;
  };
  /** Custom document properties. */
  readonly marks: Readonly<Record<string, string>>;
}
