import { finding, placeAt } from '../core/finding.js';
import { firstFew } from '../core/first-few.js';
import { getOrMake, memoText } from '../core/memo.js';
import { rowRuns } from '../core/row-runs.js';
import type { FileReport, TableReport } from '../forms/report.js';
import type { Unit } from '../geography/types.js';
import { hamletsIn } from './alike-parts.js';
import { weekOfFile } from './file-weeks.js';
import { type Emit, firstColumn, type HeldPart } from './held.js';
import { placeIn } from './hold.js';
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
 * The tables, by their index in the run, of which no row counts and that the same file's new version
 * sent anew: one that was refused, one whose every row is of no known hamlet, and one of which nothing
 * but such rows is left. Of these a new version is a file called alike but for a higher mark (`lần 2`,
 * `bản sửa`), with the form of that month and place. It takes the table's place, which is told
 * (CCDS-D07), and so are the rows that it no longer has (CCDS-D08).
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
  const keyOf = (file: string, { form, month }: TableReport) =>
    [nameOf(file), form, month].join('\u0000');
  const versions = new Map<string, HeldPart[]>();
  for (const held of parts)
    if (held.part.rows > 0 && !held.supplement && held.version > 1)
      getOrMake(versions, keyOf(held.file.file, held.table), () => []).push(held);
  const renewed = open.filter((one) => {
    const { rank, supplement } = versionOf(one.file.file, without);
    const week = one.table.week ?? weekOfFile(one.file.file, without);
    const all = versions.get(keyOf(one.file.file, one.table)) ?? [];
    const later = all.filter((held) => held.version > rank && held.week === week);
    if (supplement || later.length === 0) return false;
    const isLeft = unplaced.has(one.source);
    if (!isLeft && !isSentAnew(one, later, parentOf)) return false;
    (isLeft ? tellDropped : tellRenewed)(one, later, emit);
    return true;
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
  const { named = [], base } = one.table;
  if (named.length > 0) return named.every((unit) => hamlets.has(unit));
  const isWithin = (unit: string) => unit === base || parentOf.get(unit) === base;
  if (base === null || ![...hamlets].every(isWithin)) return false;
  return one.table.state === 'rejected' || new Set(rowsUnplaced(one).values()).size <= hamlets.size;
}

function newestOf(later: readonly HeldPart[]): HeldPart {
  return later.reduce((a, b) => (b.order > a.order ? b : a));
}

function tellRenewed({ table, place }: Renewable, later: readonly HeldPart[], emit: Emit): void {
  const newest = newestOf(later);
  const others = later.filter((held) => held !== newest && held.file === newest.file);
  const { args, unit } = hamletsIn([newest, ...others]);
  const told = { ...args, otherFile: newest.file.file, changes: '' };
  emit(finding('CCDS-D07', placeAt(place, table.headerRow), told, unit));
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
