import { memo } from '../../core/memo.js';
import type { Added } from './added.js';
import { isOfWeek } from './added-weeks.js';
import { type ByLevel, isLevel } from './by-level.js';
import type { ByMeans } from './by-means.js';
import { isOfMeans } from './by-means.js';
import type { MonthsTotal, OfMonth } from './by-months.js';
import { type BySex, isHalf } from './by-sex.js';
import type { ByWords } from './by-words.js';
import type { CompiledLayout } from './compile.js';
import { isSaid } from './covered.js';
import { isDated } from './dated-heading.js';
import { type HeaderColumn, headerColumns } from './header-columns.js';
import { headerKeys } from './header-text.js';
import { leafBelow, saysYes } from './heading-leaf.js';
import { fieldOfPart, saysPart } from './heading-part.js';
import { isOfClasses } from './of-classes.js';
import { mayHavePart } from './parts-in-words.js';
import type { PeriodColumn } from './period-column.js';
import { readAs } from './read-as.js';
import { isDay, type SplitDate } from './split-date.js';
import { isFamilyName, type SplitName } from './split-name.js';
import type { UnitColumns } from './unit-columns.js';

/** A header block read as one form's layout. */
export interface Recognition {
  readonly layout: CompiledLayout;
  /** Field id → 0-based column. */
  readonly fields: ReadonlyMap<string, number>;
  /** Field id → the key of its whole heading. */
  readonly headings: ReadonlyMap<string, string>;
  readonly units: UnitColumns;
  /** The column of what the rows' communes were called before a change. */
  readonly formerCommune?: number;
  /** A list's column of addresses that tell its hamlets, where it has none of them. */
  readonly address?: number;
  readonly serial: number | null;
  readonly missing: readonly string[];
  /** Columns with a heading that means nothing here. */
  readonly unknown: readonly HeaderColumn[];
  /** Columns headed as a field that another column has already. */
  readonly repeated: readonly { readonly column: HeaderColumn; readonly first: number }[];
  /** How many headings of the form were understood. */
  readonly score: number;
  /** How many columns have a meaning, those of the place and the running number included. */
  readonly weight: number;
  /** Columns `Nam` and `Nữ` that say together what one column of the form's does. */
  readonly bySex?: BySex;
  /** Columns in which the levels are ticked, the first of them the field's. */
  readonly byLevel?: ByLevel;
  /** Columns in which means of payment are ticked, the first of them the field's. */
  readonly byMeans?: ByMeans;
  /** A column that names the marks in words. */
  readonly byWords?: ByWords;
  /** A person's name over several columns, the first of them the field's. */
  readonly splitName?: SplitName;
  /** A date over three columns, the first of them the field's. */
  readonly splitDate?: SplitDate;
  /** Fields of dates in whose column the month stands first. */
  readonly monthsFirst?: ReadonlySet<string>;
  /** Counts of men and of women in columns of their own, the first of them the field's. */
  readonly added?: Added;
  /** Where each row says of which period it is; no field's. */
  readonly period?: PeriodColumn;
  /** What it is of each month, where its columns are of several: from left to right. */
  readonly months?: readonly OfMonth[];
  /** The column with the total of several months' counts. */
  readonly monthsTotal?: MonthsTotal;
  /** Columns of one field and several periods or parts, where a starred field is missing. */
  readonly several?: readonly HeaderColumn[];
  /** Columns of the weeks, or of other parts, of a count that has its own column beside them: field id → 0-based columns. */
  readonly ofWeeks?: ReadonlyMap<string, readonly number[]>;
  /** The column with the total of counts that are the sum of several (`added`): field id → 0-based column. */
  readonly sums?: ReadonlyMap<string, number>;
  /** Columns of a tally that count by means of payment, where those that take one of any are missing. */
  readonly means?: readonly HeaderColumn[];
  /** Columns into which a row divides the heading of a starred field that is missing. */
  readonly parts?: readonly HeaderColumn[];
  /** First and last column, where another table stands beside this one. */
  readonly range?: { readonly left: number; readonly right: number };
}

/** A header block's columns, and what they are in each layout. */
interface HeaderReading {
  readonly columns: readonly HeaderColumn[];
  readonly found: readonly Recognition[];
}

/** Reads the texts of a header block: its columns, and what they are in each layout. */
export function readTexts(
  rows: readonly (readonly string[])[],
  layouts: readonly CompiledLayout[],
): HeaderReading {
  if (!fillsColumns(rows)) return { columns: [], found: [] };
  const columns = headerColumns(rows, layouts);
  return { columns, found: recognise(columns, layouts) };
}

/** Lines stand in one column, below each other; a header has two at least. */
function fillsColumns(rows: readonly (readonly string[])[]): boolean {
  let first = -1;
  for (const row of rows) {
    const filled = row.findIndex(isSaid);
    const last = row.findLastIndex(isSaid);
    if (filled >= 0 && (last > filled || (first >= 0 && first !== filled))) return true;
    if (filled >= 0) first = filled;
  }
  return false;
}

/** Reads a header block as each layout; the ones that fit best come first. */
export function recognise(
  columns: readonly HeaderColumn[],
  layouts: readonly CompiledLayout[],
): readonly Recognition[] {
  const ownersOf = memo((column: HeaderColumn) =>
    layouts.filter((layout) => isPartIn(layout, column, columns)),
  );
  return layouts
    .filter((layout) => mayBe(columns, layout))
    .map((layout) => readAs(withoutOthers(columns, layout, ownersOf), layout))
    .filter(({ fields, several, means }) => fields.size > 0 || (several ?? means) !== undefined)
    .filter((found) => !isOfClasses(found))
    .filter((found, _, all) => !isNameAlone(found) || !all.some((one) => counts(one, found)))
    .sort((a, b) => a.missing.length - b.missing.length || b.score - a.score);
}

/** A list of which nothing but a name is known: `Hộ KD` may head how many there are. */
function isNameAlone({ layout: { layout }, fields }: Recognition): boolean {
  return layout === 'list' && [...fields.keys()].every((id, i) => i === 0 || id === 'note');
}

/** A tally of the same form has all that it must have. */
function counts({ layout, missing }: Recognition, list: Recognition): boolean {
  return layout.form === list.layout.form && layout.layout === 'tally' && missing.length === 0;
}

/**
 * `Tổng số` below `Thành viên` is the members' alone, though another form has a field that is called
 * so: in that one's eyes the column has no meaning.
 */
function withoutOthers(
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
  ownersOf: (column: HeaderColumn) => readonly CompiledLayout[],
): readonly HeaderColumn[] {
  if (layout.layout !== 'tally') return columns;
  return columns.map((column) => {
    const owners = column.readings.length === 0 ? [] : ownersOf(column);
    return owners.length === 0 || owners.includes(layout) ? column : { ...column, readings: [] };
  });
}

function isPartIn(
  layout: CompiledLayout,
  column: HeaderColumn,
  columns: readonly HeaderColumn[],
): boolean {
  if (layout.layout !== 'tally' || !saysPart(leafBelow(column))) return false;
  return isWholly(column, layout) || fieldOfPart(column, columns, layout) !== undefined;
}

/** Named by two rows of its heading or more together. */
function isWholly({ texts }: HeaderColumn, { headings }: CompiledLayout): boolean {
  const upper = texts.slice(0, -1);
  return upper.some((_, i) =>
    headerKeys(texts.slice(i).join(' ')).some((key) => headings.has(key)),
  );
}

/** A quick no for a layout none of whose fields the columns can have. */
function mayBe(columns: readonly HeaderColumn[], { headings }: CompiledLayout): boolean {
  return columns.some(
    (column) => column.readings.some((key) => headings.has(key)) || isPartly(column),
  );
}

/** May be a field's together with the columns beside it, or by what stands above. */
const isPartly = memo(
  (column: HeaderColumn) =>
    isHalf(column) ||
    isFamilyName(column) ||
    isDay(column) ||
    isLevel(column) ||
    isOfWeek(column) ||
    isDated(column) ||
    saysYes(column) ||
    isOfMeans(column) ||
    mayHavePart(column) ||
    saysPart(leafBelow(column)),
);
