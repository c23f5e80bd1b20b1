import { memo, memoText } from '../core/memo.js';
import { type ByLevel, byLevelOf, isLevel } from './by-level.js';
import type { ByMeans } from './by-means.js';
import { type BySex, bySexOf, isHalf, takePair } from './by-sex.js';
import type { CompiledLayout } from './compile.js';
import { isSaid } from './covered.js';
import { datedColumns, isDated, ofSeveralPeriods } from './dated-heading.js';
import { type HeaderColumn, headerColumns, readingsOf } from './header-columns.js';
import { headerKey, headerKeys } from './header-text.js';
import { fieldOfPart, saysPart, saysWhole } from './heading-part.js';
import { isOfAnother } from './of-another.js';
import { isOfClasses } from './of-classes.js';
import { type PeriodColumn, periodColumn } from './period-column.js';
import { settlePositions } from './positions.js';
import { runningColumn } from './running-column.js';
import { isDay, type SplitDate, splitDateOf } from './split-date.js';
import { isFamilyName, type SplitName, splitNameOf } from './split-name.js';
import { settleParts } from './under-groups.js';
import { isOfAnotherTime, isRate, underSeveralMonths } from './under-heading.js';
import {
  isPlaceHeading,
  isSerialHeading,
  type UnitColumns,
  type UnitLevel,
  unitLevel,
} from './unit-columns.js';

/** A header block read as one form's layout. */
export interface Recognition {
  readonly layout: CompiledLayout;
  /** Field id → 0-based column. */
  readonly fields: ReadonlyMap<string, number>;
  /** Field id → the key of its whole heading. */
  readonly headings: ReadonlyMap<string, string>;
  readonly units: UnitColumns;
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
  /** A person's name over several columns, the first of them the field's. */
  readonly splitName?: SplitName;
  /** A date over three columns, the first of them the field's. */
  readonly splitDate?: SplitDate;
  /** Where each row says of which period it is; no field's. */
  readonly period?: PeriodColumn;
  /** Columns of one field and several periods, where a starred field is missing. */
  readonly several?: readonly HeaderColumn[];
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
    .filter((found) => found.fields.size > 0 || found.several !== undefined)
    .filter((found) => !isOfClasses(found))
    .sort((a, b) => a.missing.length - b.missing.length || b.score - a.score);
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
  if (layout.layout !== 'tally' || !saysPart(leafKey(column))) return false;
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
    isDated(column) ||
    YES.test(leafKey(column)) ||
    saysPart(leafKey(column)),
);

/** Reads a header block as one layout. */
export function readAs(columns: readonly HeaderColumn[], layout: CompiledLayout): Recognition {
  const fields = new Map<string, number>();
  const headings = new Map<string, string>();
  const units: Record<UnitLevel, number | null> = {
    hamlet: null,
    commune: null,
    district: null,
    province: null,
  };
  const unknown: HeaderColumn[] = [];
  const repeated: Recognition['repeated'][number][] = [];
  let serial: number | null = null;
  const pair = bySexOf(columns, layout);
  const splitName = layout.layout === 'list' ? splitNameOf(columns, layout) : null;
  const splitDate = layout.layout === 'list' ? splitDateOf(columns, layout) : null;
  const split = [splitName, splitDate].filter((one) => one !== null);
  for (const { field, first } of split) fields.set(field, first);
  const byLevel = byLevelOf(columns, layout);
  if (byLevel !== null) fields.set(byLevel.field, byLevel.columns[0]);
  for (const column of columns) {
    if (isOf(pair, column) || split.some((one) => isPartOf(one, column))) continue;
    if (byLevel?.columns.includes(column.column)) continue;
    const level = firstOf(column.readings, unitLevel);
    const field = fieldOf(column, columns, layout);
    if (
      level !== null &&
      units[level] === null &&
      !(field !== null && layout.headings.has(column.readings[0] ?? ''))
    ) {
      units[level] = column.column;
    } else if (serial === null && isSerialHeading(column.readings.at(-1) ?? ''))
      serial = column.column;
    else if (field === null) unknown.push(column);
    else if (fields.has(field)) repeated.push({ column, first: fields.get(field)! });
    else {
      fields.set(field, column.column);
      headings.set(field, column.readings[0] ?? '');
    }
  }
  let positions: readonly HeaderColumn[] = [];
  if (layout.layout === 'tally') {
    positions = settlePositions(columns, fields, headings, repeated, unknown, layout);
    settleParts(columns, fields, headings, repeated, unknown, layout);
  }
  const apart = underSeveralMonths(columns, fields, repeated, layout);
  for (const [id, column] of fields) if (apart[0]?.column === column) fields.delete(id);
  unknown.push(...apart.slice(0, 1));
  for (const id of layout.required) {
    const [dated, ...more] = fields.has(id) ? [] : datedColumns(id, unknown, layout);
    if (dated === undefined || more.length > 0) continue;
    fields.set(id, dated.column);
    headings.set(id, dated.readings[0] ?? '');
    unknown.splice(unknown.indexOf(dated), 1);
  }
  for (const [flow, running] of layout.runningOf) {
    const own = fields.has(running)
      ? null
      : runningColumn(running, fields.get(flow), unknown, layout);
    if (own === null) continue;
    fields.set(running, own.column);
    headings.set(running, own.readings[0] ?? '');
    unknown.splice(unknown.indexOf(own), 1);
  }
  const bySex = pair === null ? null : takePair(pair, fields);
  if (bySex === null) unknown.push(...columns.filter((column) => isOf(pair, column)));
  const rest =
    layout.layout === 'tally' && units.hamlet === null ? takePlace(unknown, units) : unknown;
  if (layout.layout === 'tally' && units.hamlet === null && serial !== null)
    units.hamlet = unheadedPlace(columns, serial, fields);
  const missing = layout.required.filter((id) => !fields.has(id));
  const period = periodColumn(columns, rest);
  const doubtful = [...apart, ...positions];
  const several = doubtful.length > 0 ? doubtful : ofSeveralPeriods(rest, layout, missing);
  const places = Object.values(units).filter((column) => column !== null).length;
  const score = fields.size;
  const used = new Set([...fields.values(), ...(bySex === null ? [] : [bySex.male, bySex.female])]);
  const more = split.reduce((sum, { first, last }) => sum + last - first, 0);
  const weight = used.size + more + (byLevel === null ? 0 : 1) + places + (serial === null ? 0 : 1);
  return {
    layout,
    fields,
    headings,
    units,
    serial,
    missing,
    unknown: rest,
    repeated,
    score,
    weight,
    ...(bySex && { bySex }),
    ...(splitName && { splitName }),
    ...(splitDate && { splitDate }),
    ...(byLevel && { byLevel }),
    ...(period && { period }),
    ...(several.length > 0 && { several }),
  };
}

function isPartOf({ first, last }: SplitName | SplitDate, { column }: HeaderColumn): boolean {
  return first <= column && column <= last;
}

function isOf(pair: BySex | null, { column }: HeaderColumn): boolean {
  return pair !== null && (column === pair.male || column === pair.female);
}

/**
 * The field that a column's heading names; also `Số thành viên` over `Tổng số`, `Đã tập huấn`
 * over `Có`.
 */
function fieldOf(
  column: HeaderColumn,
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
): string | null {
  const { readings, texts } = column;
  const named = (key: string) => layout.headings.get(key) ?? null;
  if (layout.layout === 'tally' && (isOfAnotherTime(column) || isRate(column))) return null;
  if (layout.layout === 'tally' && texts.length > 1) {
    const whole = firstOf(headerKeys(texts.join(' ')), named);
    const part = whole === null ? fieldOfPart(column, columns, layout) : whole;
    if (part !== undefined) return part;
  }
  const field = firstOf(readings, named);
  if (field !== null && isOfAnother(field, column, layout)) return null;
  const isBelow = layout.layout === 'list' ? YES.test(leafKey(column)) : saysWhole(leafKey(column));
  if (field !== null || !isBelow) return field;
  return firstOf(readingsOf(texts.slice(0, -1)), named);
}

/** What stands below other headings, folded; blank where none is above. */
function leafKey({ texts }: HeaderColumn): string {
  return texts.length < 2 ? '' : keyOf(texts.at(-1)!);
}

const keyOf = memoText(headerKey);

/** Below a list's heading over `Có | Chưa`: where it is ticked. */
const YES = /^(?:co|da|roi)$/;

function takePlace(
  unknown: readonly HeaderColumn[],
  units: Record<UnitLevel, number | null>,
): readonly HeaderColumn[] {
  const place = unknown.find((column) => column.readings.some(isPlaceHeading));
  if (place === undefined) return unknown;
  units.hamlet = place.column;
  return unknown.filter((column) => column !== place);
}

/** Of a tally the column behind the running number, where nothing heads it. */
function unheadedPlace(
  columns: readonly HeaderColumn[],
  serial: number,
  fields: ReadonlyMap<string, number>,
): number | null {
  const isHeaded = columns.some(({ column }) => column === serial + 1);
  return isHeaded || Math.min(...fields.values()) < serial + 2 ? null : serial + 1;
}

function firstOf<T>(readings: readonly string[], look: (key: string) => T | null): T | null {
  for (const reading of readings) {
    const found = look(reading);
    if (found !== null) return found;
  }
  return null;
}
