import { cellText } from '../cells/cell-text.js';
import { isTotalText } from '../cells/row-kind.js';
import { headerKey } from '../header/header-text.js';
import { holdsData } from '../header/heading-words.js';
import { isSerialHeading, type UnitLevel, unitLevel } from '../header/unit-columns.js';
import { startsWithUnitType } from '../places/named-places.js';
import type { SheetRow } from '../table-context.js';
import { areOfMonths } from './months.js';
import { partColumns } from './parts.js';
import { headsStretches } from './stretch-heading.js';
import {
  headsLabels,
  headsMeasures,
  headsNotes,
  headsRunningTotals,
  headsValues,
} from './words.js';

/** A column as its header names it. */
export interface Heading {
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  readonly text: string;
  /** Its text is struck through. */
  readonly struck?: true;
  /** What stands above it, over this column and maybe others. */
  readonly place?: string;
}

/** What the columns of a table are whose rows are named downwards. */
export interface DownHeader {
  /** Rows of the sheet; without a header `bottom` is the row above the first one of data. */
  readonly top: number;
  readonly bottom: number;
  /** 0-based column of the rows' names. */
  readonly label: number;
  /** The last of the columns that the names' heading spans: parts may be named in those behind. */
  readonly lastLabel: number;
  /** The column of the counts, or one for each month, or each hamlet and those of their totals. */
  readonly values: readonly Heading[];
  /** 0-based column that says in what a row is measured. */
  readonly measure: number | null;
  /** The values' headings name hamlets. */
  readonly byHamlet: boolean;
  /**
   * They name teams, weeks or sexes, of the hamlets above them where `byHamlet`: what would head them
   * below each other.
   */
  readonly parts?: string;
  /** They name months, each another one. */
  readonly byMonth?: true;
  /** Which of them are left aside has been told. */
  readonly isTold?: true;
  /** 0-based columns that name the hamlet of each row, and its commune, beside the only column of counts. */
  readonly places?: { readonly hamlet: number; readonly commune: number | null };
  /** 0-based column that says of which week, round or month each row is; months where `ofMonths`. */
  readonly stretch?: number;
  readonly ofMonths?: true;
  /** The rows' names and counts stand in one cell each. */
  readonly inLines?: true;
  /** What all rows count, where the title says it and no column does. */
  readonly named?: string;
  /** A column of running totals beside that of the counts. */
  readonly running: Heading | null;
  /** Columns with a heading that means nothing here. */
  readonly unknown: readonly Heading[];
}

export type LevelOf = (text: string) => UnitLevel | null;

/** Rows that a header takes at most. */
const HEADER_ROWS = 3;

/**
 * The header whose first row is the first of some rows: a column of names, and one of counts or
 * a column for each month or hamlet. Null where it is none, or where two columns could hold the counts.
 */
export function headerAt(rows: readonly SheetRow[], levelOf: () => LevelOf): DownHeader | null {
  const first = rows[0]!;
  const label = labelColumn(first);
  if (label === null) return null;
  const height = heightOf(rows, label);
  const all = headingsOf(rows.slice(0, height), label);
  const headings = all.filter((one) => !saysNothing(one, label));
  const next = Math.min(...all.flatMap(({ column }) => (column > label ? column : [])));
  const lastLabel = next - 1;
  const measure = all.find(({ text }) => headsMeasures(text))?.column ?? null;
  const bottom = first.number + height - 1;
  const span = { top: first.number, bottom, label, lastLabel, measure };
  const stretch = headings.find(({ text }) => headsStretches(text));
  const rest = headings.filter((one) => one !== stretch);
  const without = stretch === undefined ? null : ofHeadings(rest, span, levelOf);
  if (without === null) return ofHeadings(headings, span, levelOf);
  return { ...without, ...stretchOf(stretch!) };
}

function ofHeadings(
  headings: readonly Heading[],
  span: Span,
  levelOf: () => LevelOf,
): DownHeader | null {
  const one = ofOneHamlet(headings, span);
  // A total beside columns that nothing else explains may be that of the hamlets they name.
  const mayBeSum = one === null || (one.unknown.length > 0 && one.values.every(isSum));
  if (!mayBeSum) return one;
  return ofParts(headings, span, levelOf()) ?? ofHamlets(headings, span, levelOf()) ?? one;
}

const isSum = ({ text }: Heading) => isTotalText(text);

/** The column of weeks, rounds or months behind that of the names. */
function stretchOf({ column, text }: Heading): Pick<DownHeader, 'stretch' | 'ofMonths'> {
  const ofMonths = headerKey(text).startsWith('thang');
  return { stretch: column, ...(ofMonths && { ofMonths }) };
}

/**
 * `Tuần | Ấp A | Ấp B`: a column for each hamlet, and a row for each week of what the title names.
 * @param named the heading of what is counted; null where no title says it
 */
export function stretchesAt(
  row: SheetRow,
  levelOf: () => LevelOf,
  named: () => string | null,
): DownHeader | null {
  const label = row.values.findIndex((value) => typeof value === 'string' && headsStretches(value));
  if (label < 0) return null;
  const heading = { row: row.number, column: label, text: cellText(row.values[label]) };
  const all = headingsOf([row], label).filter((one) => !saysNothing(one, label));
  if (all.some(({ column }) => column < label)) return null;
  const span = { top: row.number, bottom: row.number, label, lastLabel: label, measure: null };
  const header = ofHamlets(all, span, levelOf());
  const said = header && header.unknown.length === 0 ? named() : null;
  if (header === null || said === null) return null;
  return { ...header, ...stretchOf(heading), named: said };
}

/** Where the names of rows are headed; null where nothing heads them. */
export function labelColumn({ values }: SheetRow): number | null {
  for (let column = 0; column < values.length; column++) {
    const value = values[column];
    if (typeof value === 'string' && MAY_HEAD.test(value) && headsLabels(value)) return column;
  }
  return null;
}

/** A quick no for nearly all texts: too long, or other first letters, composed or not. */
const MAY_HEAD =
  /^[\s(*\d.)-]*(?:n[oôộ]|ch[iỉ]|c[aá]c|t[eê]n|ti[eê]u|h[aạ]ng|s[oố]|th[oô]ng|danh).{0,60}$/isu;

/** Rows below that name no row of their own: `Trong tháng | Lũy kế`, `Ấp 1 | Ấp 2`. */
function heightOf(rows: readonly SheetRow[], label: number): number {
  let height = 1;
  for (; height < Math.min(HEADER_ROWS, rows.length); height++) {
    const { number, values } = rows[height]!;
    const isBelow = number === rows[0]!.number + height && cellText(values[label]) === '';
    const isHead = values.every((value) => value === null || typeof value === 'string');
    if (!isBelow || !isHead || holdsData(rows[height]!)) break;
  }
  return height;
}

/** The running number, a unit of measure or a note. */
function saysNothing({ column, text }: Heading, label: number): boolean {
  return (
    headsMeasures(text) || headsNotes(text) || (column < label && isSerialHeading(headerKey(text)))
  );
}

/** Each column's heading: the lowest text in it. */
function headingsOf(rows: readonly SheetRow[], label: number): Heading[] {
  const width = Math.max(...rows.map(({ values }) => values.length));
  const headings: Heading[] = [];
  for (let column = 0; column < width; column++) {
    const lowest = rows.findLast(({ values }) => cellText(values[column]) !== '');
    if (lowest === undefined || column === label) continue;
    const { number: row, values, struck } = lowest;
    const isStruck = struck?.includes(column) === true;
    const text = cellText(values[column]);
    const place = aboveIn(rows.slice(0, rows.indexOf(lowest)), column, label);
    headings.push({
      row,
      column,
      text,
      ...(isStruck && { struck: true }),
      ...(place && { place }),
    });
  }
  return headings;
}

/** What stands above a heading, in its column or, merged or not, in the nearest to its left. */
function aboveIn(rows: readonly SheetRow[], column: number, label: number): string {
  const [row] = rows;
  for (let at = column; row !== undefined && at > label; at--) {
    const text = cellText(row.values[at]);
    if (text !== '') return text;
  }
  return '';
}

type Span = Pick<DownHeader, 'top' | 'bottom' | 'label' | 'lastLabel' | 'measure'>;

function ofOneHamlet(all: readonly Heading[], span: Span): DownHeader | null {
  const placeOf = (level: UnitLevel) =>
    all.find(({ text }) => unitLevel(headerKey(text)) === level);
  const [hamlet, commune] = [placeOf('hamlet'), placeOf('commune')];
  const isPlace = (one: Heading) => hamlet !== undefined && (one === hamlet || one === commune);
  const headings = all.filter((one) => !isPlace(one));
  const running = headings.filter(({ text }) => headsRunningTotals(text));
  const values = headings.filter((one) => !running.includes(one) && headsValues(one.text));
  if (values.length === 0 || running.length > 1) return null;
  const byMonth = values.length > 1;
  if (byMonth && !areOfMonths(values, running[0])) return null;
  if (headings.some(({ text }) => startsWithUnitType(text) === 'hamlet')) return null;
  const unknown = headings.filter((one) => !values.includes(one) && !running.includes(one));
  const columns = { values, byHamlet: false, running: running[0] ?? null, unknown };
  if (byMonth) return { ...span, ...columns, byMonth };
  if (hamlet === undefined) return { ...span, ...columns };
  const places = { hamlet: hamlet.column, commune: commune?.column ?? null };
  return { ...span, ...columns, places };
}

/** The columns of a hamlet's parts, or of those of the hamlets that stand above them. */
function ofParts(headings: readonly Heading[], span: Span, levelOf: LevelOf): DownHeader | null {
  const found = partColumns(headings);
  if (found === null) return null;
  const places = headings.filter(({ place }) => place !== undefined);
  const isHamlet = ({ place = '' }: Heading) =>
    startsWithUnitType(place) === 'hamlet' || levelOf(place) === 'hamlet';
  const byHamlet = places.length > 0 && places.some(isHamlet);
  return { ...span, ...found, byHamlet, running: null, unknown: [] };
}

function ofHamlets(headings: readonly Heading[], span: Span, levelOf: LevelOf): DownHeader | null {
  const isHamlet = ({ text }: Heading) =>
    startsWithUnitType(text) === 'hamlet' || levelOf(text) === 'hamlet';
  if (!headings.some(isHamlet)) return null;
  const values = headings.filter((one) => isHamlet(one) || isSum(one));
  const unknown = headings.filter((one) => !values.includes(one));
  if (unknown.some(({ text }) => headsValues(text))) return null;
  return { ...span, values, byHamlet: true, running: null, unknown };
}
