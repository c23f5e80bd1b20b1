import { getOrMake } from '../core/memo.js';
import type { FileReport } from '../forms/report.js';
import { lowestCommon } from '../geography/tree.js';
import type { Tree } from '../geography/types.js';
import type { HeldPart } from './held.js';
import type { Settled, TableInRun } from './settle.js';
import type { RowCounts, SheetLine, Status, SubmissionLine, UnitLine } from './types.js';

/** rows read = accepted + rejected + ignored, for every table, submission and unit. */
export interface Accounting {
  readonly sheets: readonly SheetLine[];
  readonly submissions: readonly SubmissionLine[];
  readonly units: readonly UnitLine[];
}

export function account(settled: Settled, tree: Tree): Accounting {
  const partsOf = new Map<number, HeldPart[]>();
  for (const held of settled.parts)
    partsOf.set(held.source, [...(partsOf.get(held.source) ?? []), held]);
  const sheets = settled.tables.map((table, i) => sheetLine(table, partsOf.get(i) ?? [], settled));
  return {
    sheets,
    submissions: submissionLines(settled, sheets, partsOf, tree),
    units: unitLines(settled, sheets),
  };
}

function sheetLine(
  { file, sheet, table }: TableInRun,
  parts: readonly HeldPart[],
  settled: Settled,
): SheetLine {
  const rows = rowsOfTable(sheet?.rows ?? 0, table, parts, settled.copies.has(file));
  return {
    file: file.file,
    sheet: sheet?.name ?? '',
    form: table?.form ?? null,
    layout: table?.layout ?? null,
    month: table?.month ?? null,
    status: statusOf(file, table, parts, rows, settled),
    rows,
  };
}

function rowsOfTable(
  sheetRows: number,
  table: TableInRun['table'],
  parts: readonly HeldPart[],
  isCopy: boolean,
): RowCounts {
  if (table === null || isCopy || table.state === 'other-period') {
    const read = table?.read ?? sheetRows;
    return { read, accepted: 0, rejected: 0, ignored: read };
  }
  const standing = parts.filter((held) => !held.superseded);
  const dropped = standing.reduce((sum, held) => sum + held.dropped.size, 0);
  const accepted = standing.reduce((sum, held) => sum + held.part.rows, 0) - dropped;
  const rejected = table.rejected + dropped;
  return { read: table.read, accepted, rejected, ignored: table.read - accepted - rejected };
}

function statusOf(
  file: FileReport,
  table: TableInRun['table'],
  parts: readonly HeldPart[],
  rows: RowCounts,
  { copies }: Settled,
): Status {
  if (copies.has(file)) return 'duplicate';
  if (file.state === 'unreadable') return 'rejected';
  if (table === null || table.state === 'other-period' || table.state === 'empty') return 'ignored';
  if (table.state === 'rejected') return 'rejected';
  if (parts.length > 0 && parts.every((held) => held.superseded)) return 'superseded';
  if (rows.accepted === 0) return 'rejected';
  return rows.rejected > 0 || parts.some((held) => held.superseded) ? 'partial' : 'accepted';
}

/** A line for each file and form; a file with no form has one line. */
function submissionLines(
  settled: Settled,
  sheets: readonly SheetLine[],
  partsOf: ReadonlyMap<number, readonly HeldPart[]>,
  tree: Tree,
): SubmissionLine[] {
  const groups = new Map<string, number[]>();
  const withForm = new Set(sheets.filter((line) => line.form !== null).map((line) => line.file));
  settled.tables.forEach(({ file, table }, i) => {
    if (table === null && withForm.has(file.file)) return;
    const key = `${file.file}\u0000${table?.form ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), i]);
  });
  return [...groups.values()].map((indexes) =>
    submissionLine(indexes, settled, sheets, partsOf, tree),
  );
}

function submissionLine(
  indexes: readonly number[],
  settled: Settled,
  sheets: readonly SheetLine[],
  partsOf: ReadonlyMap<number, readonly HeldPart[]>,
  tree: Tree,
): SubmissionLine {
  const { file, table } = settled.tables[indexes[0]!]!;
  const lines = indexes.map((i) => sheets[i]!);
  const units = indexes.flatMap((i) => (partsOf.get(i) ?? []).map((held) => held.part.unit));
  const nodes = units.flatMap((unit) => tree.byCode.get(unit) ?? []);
  const periods = new Set(indexes.flatMap((i) => settled.tables[i]!.table?.periodText ?? []));
  return {
    file: file.file,
    sha256: file.sha256,
    status: combined(lines.map((line) => line.status)),
    unit: lowestCommon(nodes)?.unit.code ?? null,
    form: table?.form ?? null,
    period: periods.size === 0 ? null : [...periods].sort().join(' '),
    receivedAt: file.receivedAt,
    rows: lines.reduce((sum, line) => addRows(sum, line.rows), NO_ROWS),
  };
}

const NO_ROWS: RowCounts = { read: 0, accepted: 0, rejected: 0, ignored: 0 };

function addRows(a: RowCounts, b: RowCounts): RowCounts {
  return {
    read: a.read + b.read,
    accepted: a.accepted + b.accepted,
    rejected: a.rejected + b.rejected,
    ignored: a.ignored + b.ignored,
  };
}

/** Several tables of one form in a file: alike, or partial where something counted. */
function combined(statuses: readonly Status[]): Status {
  const kinds = new Set(statuses);
  if (kinds.size === 1) return statuses[0]!;
  kinds.delete('ignored');
  if (kinds.size === 1) return [...kinds][0]!;
  return kinds.has('accepted') || kinds.has('partial')
    ? 'partial'
    : kinds.has('rejected')
      ? 'rejected'
      : 'superseded';
}

/** Data rows by hamlet; rows that belong to none are under null. */
function unitLines(settled: Settled, sheets: readonly SheetLine[]): UnitLine[] {
  const units = new Map<string, { accepted: number; rejected: number; ignored: number }>();
  const of = (unit: string) =>
    getOrMake(units, unit, () => ({ accepted: 0, rejected: 0, ignored: 0 }));
  for (const { part, dropped, superseded } of settled.parts) {
    const line = of(part.unit);
    if (superseded) line.ignored += part.rows;
    else {
      line.accepted += part.rows - dropped.size;
      line.rejected += dropped.size;
    }
  }
  settled.tables.forEach(({ table, file }) => {
    if (table === null || settled.copies.has(file) || table.state === 'other-period') return;
    for (const [unit, rows] of Object.entries(table.rejectedBy)) of(unit).rejected += rows;
  });
  const ignored = sheets.reduce((sum, line) => sum + line.rows.ignored, 0);
  const assigned = [...units.values()].reduce((sum, line) => sum + line.ignored, 0);
  of('').ignored += ignored - assigned;
  return [...units]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, line]) => ({ unit: unit || null, ...line }));
}
