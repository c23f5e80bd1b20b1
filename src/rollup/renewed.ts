import { finding, placeAt } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { getOrMake, memoText } from '../core/memo.js';
import { rowRuns } from '../core/row-runs.js';
import type { FileReport, TableReport } from '../forms/report.js';
import type { Unit } from '../geography/types.js';
import { hamletsIn } from './alike-parts.js';
import { weekOfFile } from './file-weeks.js';
import { byFile, type Emit, firstColumn, type HeldPart } from './held.js';
import { orderOf, placeIn } from './hold.js';
import type { TableInRun } from './settle.js';
import { withoutUnits } from './unit-marks.js';
import { rowsUnplaced } from './unplaced.js';
import { nameBesideVersion, versionOf } from './version.js';

/** A table with its index in the run. */
type Renewable = Pick<HeldPart, 'source' | 'file' | 'table' | 'place'>;

/** What is known of the run when it is asked which tables were sent anew. */
export interface Renewing {
  readonly tables: readonly TableInRun[];
  readonly copies: ReadonlyMap<FileReport, FileReport>;
  readonly parts: readonly HeldPart[];
  /** Tables that were replaced but for rows of no known hamlet. */
  readonly unplaced: ReadonlySet<number>;
  readonly units: readonly Unit[];
}

/**
 * The tables, by their index in the run, of which no row counts and that were sent anew: one that was
 * refused, one whose every row is of no known hamlet, and one of which nothing but such rows is left.
 * A new version is a file called alike but for a higher mark (`lần 2`, `bản sửa`), with the form of that
 * month and place; of a refused table that names the hamlets of all its rows, any later files that have
 * them all, as with parts that are read (contract, Counting). They take the table's place, which is told
 * (CCDS-D07), and so are the rows that a new version no longer has (CCDS-D08).
 */
export function renewedTables(
  { tables, copies, parts, unplaced, units }: Renewing,
  emit: Emit,
): ReadonlySet<number> {
  const open = tables.flatMap(({ file, sheet, table }, source): Renewable[] =>
    table !== null && !copies.has(file) && isOpen(table, unplaced.has(source))
      ? [{ source, file, table, place: placeIn(file, sheet) }]
      : [],
  );
  if (open.length === 0) return new Set();
  const without = withoutUnits(units);
  const parentOf = new Map(units.map(({ code, parent }) => [code, parent]));
  const nameOf = memoText((file: string) => nameBesideVersion(file, without));
  const keyOf = (file: string, { form }: TableReport, month: string | null) =>
    [nameOf(file), form, month].join('\u0000');
  const versions = new Map<string, HeldPart[]>();
  for (const held of parts)
    if (held.part.rows > 0 && !held.supplement && held.version > 1)
      // A table that contradicts itself is of no month, and its new version of whichever it says.
      for (const month of new Set([held.month, null]))
        getOrMake(versions, keyOf(held.file.file, held.table, month), () => []).push(held);
  const latest = latestParts(open, parts);
  const orders = orderOf(new Set(tables.map(({ file }) => file)), without);
  const renewed = open.filter((one) => {
    const { rank, supplement } = versionOf(one.file.file, without);
    const week = one.table.week ?? weekOfFile(one.file.file, without);
    const all = versions.get(keyOf(one.file.file, one.table, one.table.month)) ?? [];
    const later = all.filter((held) => held.version > rank && held.week === week);
    if (supplement) return false;
    if (unplaced.has(one.source)) {
      if (later.length > 0) tellDropped(one, later, emit);
      return later.length > 0;
    }
    const version = later.length > 0 && isSentAnew(one, later, parentOf) ? later : null;
    const by = version ?? laterOfAll(one, week, latest, orders);
    if (by !== null) tellRenewed(one, by, emit);
    return by !== null;
  });
  return new Set(renewed.map(({ source }) => source));
}

/** Refused, or with no row but those of no known hamlet. */
function isOpen({ state, parts, rejectedBy }: TableReport, isUnplaced: boolean): boolean {
  if (state === 'rejected' || isUnplaced) return true;
  const rejected = Object.keys(rejectedBy);
  return state === 'read' && parts.length === 0 && rejected.length === 1 && rejected[0] === '';
}

/** The later version has all hamlets that the table names; where they are not known, as many. */
function isSentAnew(
  one: Renewable,
  later: readonly HeldPart[],
  parentOf: ReadonlyMap<string, string | null>,
): boolean {
  const hamlets = new Set(later.map(({ part }) => part.unit));
  const { named = [], base, rejectedBy } = one.table;
  // Rows of a name that is none may have been corrected to another hamlet's.
  const isMore = !('' in rejectedBy) || hamlets.size > named.length;
  if (named.length > 0) return isMore && named.every((unit) => hamlets.has(unit));
  const isWithin = (unit: string) => unit === base || parentOf.get(unit) === base;
  if (base === null || ![...hamlets].every(isWithin)) return false;
  return one.table.state === 'rejected' || new Set(rowsUnplaced(one).values()).size <= hamlets.size;
}

/** The last parts of hamlets by form, month, week and hamlet, of forms and months of which a table is refused. */
type Latest = ReadonlyMap<string, HeldPart>;

function latestParts(open: readonly Renewable[], parts: readonly HeldPart[]): Latest {
  const timeOf = ({ form, month }: TableReport) => `${form}\u0000${month}`;
  const refused = new Set(
    open.flatMap(({ table }) => (table.state === 'rejected' ? timeOf(table) : [])),
  );
  const latest = new Map<string, HeldPart>();
  if (refused.size === 0) return latest;
  for (const held of parts) {
    if (held.part.rows === 0 || held.supplement || !refused.has(timeOf(held.table))) continue;
    const key = keyOfPart(held.table, held.week, held.part.unit);
    if ((latest.get(key)?.order ?? -1) < held.order) latest.set(key, held);
  }
  return latest;
}

function keyOfPart({ form, month }: TableReport, week: number | null, unit: string): string {
  return [form, month, week ?? '', unit].join('\u0000');
}

/** The parts of later files of all the hamlets that a refused table's rows name; null where one is missing. */
function laterOfAll(
  { file, table }: Renewable,
  week: number | null,
  latest: Latest,
  orders: ReturnType<typeof orderOf>,
): readonly HeldPart[] | null {
  const { state, named = [], rejectedBy } = table;
  if (state !== 'rejected' || named.length === 0 || '' in rejectedBy) return null;
  const { order, version } = orders.get(file)!;
  const later = named.map((unit) => latest.get(keyOfPart(table, week, unit)));
  // Names alone, of files saved at one time, say too little for that.
  const isLater = (held: HeldPart) =>
    held.order > order && (held.version > version || held.file.savedAt > file.savedAt);
  return later.every((held) => held !== undefined && isLater(held)) ? (later as HeldPart[]) : null;
}

function newestOf(later: readonly HeldPart[]): HeldPart {
  return later.reduce((a, b) => (b.order > a.order ? b : a));
}

/** Once for each of the files that have the last rows of its hamlets. */
function tellRenewed({ table, place }: Renewable, later: readonly HeldPart[], emit: Emit): void {
  const newest = new Map<string, HeldPart>();
  for (const held of later)
    if ((newest.get(held.part.unit)?.order ?? -1) < held.order) newest.set(held.part.unit, held);
  for (const [first, ...others] of byFile([...newest.values()])) {
    const { args, unit } = hamletsIn([first!, ...others]);
    const told = { ...args, otherFile: first!.file.file, changes: '' };
    emit(finding('CCDS-D07', placeAt(place, table.headerRow), told, unit));
  }
}

function tellDropped(one: Renewable, later: readonly HeldPart[], emit: Emit): void {
  const { table, place } = one;
  const rows = [...rowsUnplaced(one).keys()].sort((a, b) => a - b);
  const otherFile = newestOf(later).file.file;
  const args = {
    form: table.form,
    otherFile,
    lines: String(rows.length),
    rows: firstFew(rowRuns(rows)),
  };
  const [row = table.headerRow] = rows;
  const column = table.columns[firstColumn(table) ?? ''];
  emit(finding('CCDS-D08', placeAt(place, row, column && `${column}${row}`), args));
}
