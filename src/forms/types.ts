import type { InLangs } from '../core/lang.js';

/** Words for people. */
export type Label = InLangs;

export type FieldType =
  | 'text'
  | 'count'
  | 'year'
  | 'sex'
  | 'mark'
  | 'phone'
  | 'identity'
  | 'tax'
  | 'level'
  | 'date';

/** One column of a form. */
export interface Field {
  readonly id: string;
  readonly type: FieldType;
  readonly label: Label;
  /** Headings that mean this field, beside its Vietnamese label; folded before comparing. */
  readonly aliases: readonly string[];
  /** A starred column: without it the table is not of this form. */
  readonly required?: boolean;
  /** Names, telephone and identity numbers, addresses: shown masked. */
  readonly personal?: boolean;
  /** A mark in whose place people write what it is of: `VNeID` below `Nền tảng khác`. */
  readonly named?: boolean;
  /** A mark by other words that name it where a cell names several: `Quét mã QR`. */
  readonly words?: readonly string[];
  /** The name of a person, or of as many as are still one: a couple heads a household. */
  readonly people?: number;
  /** A text that is `cash` where it names cash alone, or denies any other means of payment. */
  readonly payment?: boolean;
  /** Words that stand for one value (`Chợ nổi` → `floating`); other text stays as it is. */
  readonly choices?: readonly { readonly value: string; readonly words: readonly string[] }[];
  /** Words that a template offers to choose from; others are taken too. */
  readonly suggestions?: readonly string[];
  /** A count of those with any means of payment: one with another means beside it may be a part. */
  readonly means?: boolean;
  /** A count that states this baseline of its hamlet. */
  readonly baseline?: string;
}

/**
 * When two rows of a list are the same person, household, account or merchant
 * (contract, Counting). Keys are compared without case, spaces or the shape of a number.
 */
export interface Identity {
  /** Word for the thing counted, in `messages/`: `member`, `household`, `account`, … */
  readonly what: string;
  /** Each key is a list of fields; a key with a blank field does not count. */
  readonly keys: readonly (readonly string[])[];
  /**
   * `fallback`: the first key decides where both rows have it, else the next one.
   * `any`: one equal key is enough.
   */
  readonly match: 'fallback' | 'any';
  /** Field that alone is never enough: equal, with no key to compare, it warns. */
  readonly weak?: string;
  /** Rows that differ in this field are both counted, with a warning (teams). */
  readonly within?: string;
  /** Two rows of one entity on different dates are two visits: both accepted, joined. */
  readonly visits?: string;
  /** Field that is no evidence where it only repeats the hamlet's own name (an address). */
  readonly place?: string;
  /** Over hamlets: which key is compared, and what becomes of the later row. */
  readonly across?: { readonly key: number | 'all'; readonly repeated: 'reject' | 'warn' };
}

/** A row a person, household or merchant. */
export interface ListLayout {
  readonly fields: readonly Field[];
  readonly identity?: Identity;
  /** Marks of which a row should bear at least one. */
  readonly oneOf?: readonly string[];
  /** How a note begins that says that a row is not to be counted yet, in small letters; patterns. */
  readonly undone?: readonly string[];
  /** A field that, where nothing else says how the row stands, puts it in doubt by a denial. */
  readonly deniedBy?: { readonly field: string; readonly without: string };
  /** How a column is headed in which it is ticked that a row is done, as a heading is folded; patterns. */
  readonly done?: readonly string[];
  /** How a column is headed that says of how many a row is, as a heading is folded; patterns. */
  readonly counts?: readonly string[];
  /** People work in teams: the field that names the team, and the one of their position. */
  readonly team?: { readonly name: string; readonly position: string };
}

/** A row a hamlet, with counts. */
export interface TallyLayout {
  readonly fields: readonly Field[];
  /** Addends that make a total, and parts that are no larger than their whole. */
  readonly checks?: readonly (
    | { readonly sum: readonly string[]; readonly total: string }
    | { readonly part: string; readonly whole: string }
  )[];
  /** Counts of teams and of their members. */
  readonly team?: { readonly teams: string; readonly members: string };
}

/** One of the kinds of sheet. Data only: a config can add one. */
export interface Form {
  readonly id: string;
  readonly label: Label;
  readonly list?: ListLayout;
  readonly tally?: TallyLayout;
}

export type LayoutName = 'list' | 'tally';
