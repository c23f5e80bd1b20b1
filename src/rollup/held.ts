import { rowOf } from '../core/address.js';
import { type Finding, type Place, placeAt } from '../core/finding.js';
import { groupBy } from '../core/group-by.js';
import type { Month } from '../core/period.js';
import type { RareSet } from '../core/rare-set.js';
import type { FileReport, Numbers, Part, TableReport, TallyRow } from '../forms/report.js';
import { cellOf } from '../forms/tally-cells.js';
import type { Form, Identity } from '../forms/types.js';
import type { Indicator } from '../indicators/types.js';

/** A hamlet's rows of one table on their way through settling: what may still become of them. */
export interface HeldPart {
  readonly part: Part;
  readonly table: TableReport;
  readonly month: Month | null;
  /** Index of its table in the run, which is the facts' source. */
  readonly source: number;
  readonly file: FileReport;
  /** Order among files: version, then time saved, then name. */
  readonly order: number;
  readonly version: number;
  readonly supplement: boolean;
  /** The week of the month that its sheet, its file's or folder's name says it is of. */
  readonly week: number | null;
  readonly place: Place;
  /** Rows of the hamlet that the sheet itself rejected. */
  readonly rejected: number;
  superseded: boolean;
  /** Its hamlet's name is the merged one's too: it may be of the whole. */
  readonly isNamesake: boolean;
  /**
   * Codes of merged hamlets that it was part of before today's, the nearest first, of which rows
   * came too.
   */
  readonly within: readonly string[];
  /** It has no count, and an earlier file's figures stay: nothing but a baseline is taken from it. */
  blank: boolean;
  /** A supplement that names no team: its members are of those that the hamlet has. */
  joined: boolean;
  /** Indexes into the part's rows that settling rejected. */
  readonly dropped: RareSet<number>;
  /** Indexes into the part's rows that nothing was taken from, and nothing is wrong with. */
  readonly aside: RareSet<number>;
  /** Indicators that the file's own list gives of this hamlet: its tally does not. */
  readonly listed: RareSet<string>;
}

/** What settling needs of the forms. */
export type IdentityOf = (form: string) => Identity | undefined;

/** What parts' figures are read by. */
export interface Reading {
  readonly formOf: (id: string) => Form;
  readonly indicators: readonly Indicator[];
}

export type Emit = (found: Finding) => void;

/** Parts by hamlet, month and form: those that speak of the same thing. */
export function groupParts(parts: readonly HeldPart[]): Map<string, HeldPart[]> {
  return groupBy(parts, ({ part, month, table }) =>
    [part.unit, month ?? '', table.form].join('\u0000'),
  );
}

/** The parts of each file, in the order in which files come first. */
export function byFile(parts: readonly HeldPart[]): HeldPart[][] {
  return [...groupBy(parts, ({ file }) => file).values()];
}

/** The parts of each file, and of each hamlet of it that was merged with others. */
export function bySender(parts: readonly HeldPart[]): HeldPart[][] {
  return byFile(parts).flatMap(byMerged);
}

/** The parts by the hamlet that they name, of those that were merged; others are one. */
function byMerged(parts: readonly HeldPart[]): HeldPart[][] {
  return byHamlet(parts, ({ part }) => part.mergedFrom);
}

function byHamlet(
  parts: readonly HeldPart[],
  hamletOf: (held: HeldPart) => string | undefined,
): HeldPart[][] {
  return [...groupBy(parts, hamletOf).values()];
}

/**
 * The parts of a hamlet that do not stand for each other: those of each that was merged into it,
 * where all that came in are of such, with those of what that one was made of itself; else all.
 * What is of more comes first.
 */
export function mergedApart(parts: readonly HeldPart[]): HeldPart[][] {
  if (parts.some(isWhole))
    return [[...parts].sort((a, b) => Number(isWhole(b)) - Number(isWhole(a)))];
  const apart = byHamlet(parts, ({ part, within }) => within.at(-1) ?? part.mergedFrom);
  for (const nested of apart) nested.sort((a, b) => a.within.length - b.within.length);
  return apart;
}

/** True of what came under the name of a hamlet that was merged with others. */
export function isPart({ part }: HeldPart): boolean {
  return part.mergedFrom !== undefined;
}

/** True of rows that are of all of a hamlet. */
function isWhole(held: HeldPart): boolean {
  return !isPart(held) && held.part.rows > 0;
}

/** True of parts of two hamlets that were merged into one, neither made of the other: they add up. */
export function areMerged(a: HeldPart, b: HeldPart): boolean {
  const [from, other] = [a.part.mergedFrom, b.part.mergedFrom];
  if (from === undefined || other === undefined || from === other) return false;
  return !a.within.includes(other) && !b.within.includes(from);
}

/** Order in which what is of more of a hamlet comes first. */
export function byExtent(a: HeldPart, b: HeldPart): number {
  return Number(isPart(a)) - Number(isPart(b)) || a.within.length - b.within.length;
}

/** True of a tally that has a row for each of several weeks. */
export function isByWeeks({ part: { tally } }: HeldPart): boolean {
  if (tally.length < 2 || tally[0]!.week === undefined) return false;
  const weeks = new Set(tally.map(({ week }) => week));
  return weeks.size === tally.length && !weeks.has(undefined);
}

/** A tally's rows of which settling left none aside, and rejected none. */
export function countedRows({ part, dropped, aside }: HeldPart): readonly TallyRow[] {
  if (dropped.size === 0 && aside.size === 0) return part.tally;
  return part.tally.filter((_, index) => !dropped.has(index) && !aside.has(index));
}

/** Order of files that add up: what is added to, then its supplements, each in their order. */
export function byAdding(a: HeldPart, b: HeldPart): number {
  return Number(a.supplement) - Number(b.supplement) || a.order - b.order;
}

/** Place of a row of a part, with the cell of a field where it has a column. */
export function placeOf(held: HeldPart, row: number, field?: string): Place {
  const tally = held.part.tally.find((one) => one.row === row);
  if (tally !== undefined) return placeOfTally(held, tally, field);
  const column = field === undefined ? undefined : held.table.columns[field];
  return placeAt(held.place, row, column && `${column}${row}`);
}

/** Place of a tally's row, or of its count of a field. */
export function placeOfTally({ table, place }: HeldPart, tally: TallyRow, field?: string): Place {
  const cell = field === undefined ? undefined : cellOf(table, tally, field);
  return placeAt(place, cell === undefined ? tally.row : rowOf(cell), cell);
}

/** Where a part as a whole is pointed at: its first row that was read, else the header. */
export function placeOfPart(held: HeldPart): Place {
  const row = rowsOf(held.part).at(0);
  if (row === undefined) return placeAt(held.place, held.table.headerRow);
  return placeOf(held, row, firstColumn(held.table));
}

/** The leftmost field of a table. */
export function firstColumn({ columns }: TableReport): string | undefined {
  const byLetters = (a: string, b: string) => a.length - b.length || (a < b ? -1 : 1);
  return Object.keys(columns).sort((a, b) => byLetters(columns[a]!, columns[b]!))[0];
}

/** Row numbers of a part, list or tally. */
export function rowsOf(part: Part): Numbers {
  return part.entries?.row ?? part.tally.map(({ row }) => row);
}
