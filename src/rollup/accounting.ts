import { getOrMake } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import { lowestCommon } from '../geography/tree.js';
import type { Node, Tree } from '../geography/types.js';
import type { HeldPart } from './held.js';
import { addRows, NO_ROWS, rowsByUnit, rowsOfTable } from './row-counts.js';
import type { Settled, TableInRun } from './settle.js';
import { statusOf } from './status.js';
import type { Today } from './today.js';
import type { RowCounts, SheetLine, SubmissionLine, UnitLine } from './types.js';

/** rows read = accepted + rejected + ignored, for every table, submission and unit. */
export interface Accounting {
  readonly sheets: readonly SheetLine[];
  readonly submissions: readonly SubmissionLine[];
  readonly units: readonly UnitLine[];
}

/** A table of the run with what became of it. */
export interface Outcome extends TableInRun {
  readonly parts: readonly HeldPart[];
  readonly isCopy: boolean;
  readonly rows: RowCounts;
}

/** Accounts for every row of every file (contract, Counting), on the period's map. */
export function account(settled: Settled, tree: Tree, today?: Today): Accounting {
  const outcomes = outcomesOf(settled);
  const nodeOf = (unit: string, { month }: HeldPart['table']): Node | undefined => {
    const now = today === undefined || month === null ? unit : today(unit, month).unit;
    return now === null ? undefined : tree.byCode.get(now);
  };
  return {
    sheets: outcomes.map(sheetLine),
    submissions: submissionsOf(outcomes).map((lines) => submissionLine(lines, nodeOf)),
    units: unitLines(outcomes, nodeOf),
  };
}

type NodeOf = (unit: string, table: HeldPart['table']) => Node | undefined;

function outcomesOf({ tables, parts, copies }: Settled): Outcome[] {
  const bySource = new Map<number, HeldPart[]>();
  for (const held of parts) getOrMake(bySource, held.source, () => []).push(held);
  return tables.map((table, source) => {
    const held = bySource.get(source) ?? [];
    const isCopy = copies.has(table.file);
    return { ...table, parts: held, isCopy, rows: rowsOfTable(table, held, isCopy) };
  });
}

function sheetLine(outcome: Outcome): SheetLine {
  const { file, sheet, table, rows } = outcome;
  return {
    file: file.file,
    sheet: sheet?.name ?? '',
    form: table?.form ?? null,
    layout: table?.layout ?? null,
    month: table?.month ?? null,
    status: statusOf([outcome]),
    rows,
  };
}

/**
 * The tables of each file and form. A file with no form has a line of its own, and so have
 * the sheets of a file that could not be read to their end: what they held is not known.
 */
function submissionsOf(outcomes: readonly Outcome[]): Outcome[][] {
  const withForm = new Set(outcomes.flatMap(({ file, table }) => (table ? [file] : [])));
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const { file, sheet, table } = outcome;
    if (table === null && withForm.has(file) && sheet?.state !== 'unreadable') continue;
    getOrMake(groups, `${file.file}\u0000${table?.form ?? ''}`, () => []).push(outcome);
  }
  return [...groups.values()];
}

function submissionLine(outcomes: readonly Outcome[], nodeOf: NodeOf): SubmissionLine {
  const { file, table } = outcomes[0]!;
  const periods = new Set(outcomes.flatMap((one) => one.table?.periodText ?? []));
  return {
    file: file.file,
    sha256: file.sha256,
    status: statusOf(outcomes),
    unit: lowestCommon(nodesOf(outcomes, nodeOf))?.unit.code ?? null,
    form: table?.form ?? null,
    period: periods.size === 0 ? null : [...periods].sort(byCodePoint).join(' '),
    receivedAt: file.receivedAt,
    rows: outcomes.reduce((sum, { rows }) => addRows(sum, rows), NO_ROWS),
  };
}

/** The hamlets that rows were read of; where there are none, the unit that the sheets name. */
function nodesOf(outcomes: readonly Outcome[], nodeOf: NodeOf): Node[] {
  const tables = outcomes.flatMap(({ table }) => table ?? []);
  const find = (units: (table: HeldPart['table']) => readonly string[]) =>
    tables.flatMap((table) => units(table).flatMap((unit) => nodeOf(unit, table) ?? []));
  const read = find(({ parts, rejectedBy }) => [
    ...parts.map(({ unit }) => unit),
    ...Object.keys(rejectedBy),
  ]);
  return read.length > 0 ? read : find(({ base }) => (base === null ? [] : [base]));
}

/** Data rows by hamlet; rows that belong to none are under null. */
function unitLines(outcomes: readonly Outcome[], nodeOf: NodeOf): UnitLine[] {
  const units = new Map<string, Omit<RowCounts, 'read'>>();
  for (const outcome of outcomes) {
    for (const [unit, rows] of rowsByUnit(outcome)) {
      const known = outcome.table && nodeOf(unit, outcome.table);
      const code = known?.unit.code ?? '';
      const { read: _, ...sum } = addRows({ read: 0, ...(units.get(code) ?? NO_ROWS) }, rows);
      units.set(code, sum);
    }
  }
  return [...units]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([unit, line]) => ({ unit: unit || null, ...line }));
}
