import { getOrMake, memo } from '../core/memo.js';
import { byCodePoint } from '../core/order.js';
import type { FileReport, TableReport } from '../forms/report.js';
import { lowestCommon } from '../geography/tree.js';
import type { Node, Tree } from '../geography/types.js';
import { countedOf } from './counted-rows.js';
import type { HeldPart } from './held.js';
import {
  addRows,
  eachUnitRows,
  isSuperseded,
  NO_ROWS,
  type RowSum,
  rowsOfTable,
  sumOfRows,
} from './row-counts.js';
import type { Settled, TableInRun } from './settle.js';
import { statusOf } from './status.js';
import type { Today } from './today.js';
import type { RowCounts, SheetLine, Status, SubmissionLine, UnitLine } from './types.js';

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
  /** A copy, or replaced as a whole. */
  readonly isGone: boolean;
  readonly rows: RowCounts;
}

/** Accounts for every row of every file (contract, Counting), on the period's map. */
export function account(settled: Settled, tree: Tree, today?: Today): Accounting {
  const outcomes = outcomesOf(settled);
  const nodeOf = (unit: string, { month }: TableReport): Node | undefined => {
    const now = today === undefined || month === null ? unit : today(unit, month).unit;
    return now === null ? undefined : tree.byCode.get(now);
  };
  return {
    sheets: outcomes.map(sheetLine),
    submissions: submissionsOf(outcomes).map((lines) => submissionLine(lines, nodeOf)),
    units: unitLines(outcomes, nodeOf),
  };
}

type NodeOf = (unit: string, table: TableReport) => Node | undefined;

function outcomesOf({ tables, parts, copies, unplaced, renewed, totals }: Settled): Outcome[] {
  const bySource: HeldPart[][] = tables.map(() => []);
  for (const held of parts) bySource[held.source]!.push(held);
  return tables.map((one, source) => {
    const own = bySource[source]!;
    const { file, sheet, table } = one;
    const isCopy = copies.has(file);
    const isReplaced = renewed.has(source) || (isSuperseded(own) && !unplaced.has(source));
    const isGone = isCopy || isReplaced;
    const rows = rowsOfTable(one, own, isGone, totals.get(source));
    return { file, sheet, table, parts: own, isCopy, isGone, rows };
  });
}

/** Of nearly every file each form has one table: what became of it is asked of both. */
const statusOfOne = memo((outcome: Outcome): Status => statusOf([outcome]));

function sheetLine(outcome: Outcome): SheetLine {
  const { file, sheet, table, rows, parts, isGone } = outcome;
  return {
    file: file.file,
    sheet: sheet?.name ?? '',
    form: table?.form ?? null,
    layout: table?.layout ?? null,
    month: table?.month ?? null,
    status: statusOfOne(outcome),
    rows,
    counted: isGone ? [] : countedOf(parts),
  };
}

/**
 * The tables of each file and form. A file with no form has a line of its own, and so have
 * the sheets of a file that could not be read to their end: what they held is not known.
 */
function submissionsOf(outcomes: readonly Outcome[]): Outcome[][] {
  const withForm = new Set(outcomes.flatMap(({ file, table }) => (table ? [file] : [])));
  const groups = new Map<FileReport, Map<string | null, Outcome[]>>();
  for (const outcome of outcomes) {
    const { file, sheet, table } = outcome;
    if (table === null && withForm.has(file) && sheet?.state !== 'unreadable') continue;
    const ofFile = getOrMake(groups, file, () => new Map<string | null, Outcome[]>());
    getOrMake(ofFile, table?.form ?? null, () => []).push(outcome);
  }
  return [...groups.values()].flatMap((ofFile) => [...ofFile.values()]);
}

function submissionLine(outcomes: readonly Outcome[], nodeOf: NodeOf): SubmissionLine {
  const { file, table } = outcomes[0]!;
  const periods = new Set(outcomes.flatMap((one) => one.table?.periodText ?? []));
  return {
    file: file.file,
    sha256: file.sha256,
    status: outcomes.length === 1 ? statusOfOne(outcomes[0]!) : statusOf(outcomes),
    unit: lowestCommon(nodesOf(outcomes, nodeOf))?.unit.code ?? null,
    form: table?.form ?? null,
    period: periods.size === 0 ? null : [...periods].sort(byCodePoint).join(' '),
    receivedAt: file.receivedAt,
    rows: sumOfRows(outcomes.map(({ rows }) => rows)),
  };
}

/**
 * The hamlets that rows were read of, or name where they were set aside; where there are none, the
 * unit that the sheets name.
 */
function nodesOf(outcomes: readonly Outcome[], nodeOf: NodeOf): Node[] {
  const read = unitsIn(outcomes, nodeOf, hamletsRead);
  return read.length > 0
    ? read
    : unitsIn(outcomes, nodeOf, ({ base }) => (base === null ? [] : [base]));
}

function hamletsRead({ parts, rejectedBy, named = [] }: TableReport): readonly string[] {
  return [...parts.map(({ unit }) => unit), ...Object.keys(rejectedBy), ...named];
}

function unitsIn(
  outcomes: readonly Outcome[],
  nodeOf: NodeOf,
  unitsOf: (table: TableReport) => readonly string[],
): Node[] {
  const nodes: Node[] = [];
  for (const { table } of outcomes) {
    for (const unit of table === null ? [] : unitsOf(table)) {
      const node = nodeOf(unit, table!);
      if (node !== undefined) nodes.push(node);
    }
  }
  return nodes;
}

const newSum = (): RowSum => ({ ...NO_ROWS });

/** Data rows by hamlet; rows that belong to none are under null. */
function unitLines(outcomes: readonly Outcome[], nodeOf: NodeOf): UnitLine[] {
  const units = new Map<string, RowSum>();
  for (const outcome of outcomes) {
    eachUnitRows(outcome, (unit, rows) => {
      const known = outcome.table && nodeOf(unit, outcome.table);
      const sum = getOrMake(units, known?.unit.code ?? '', newSum);
      addRows(sum, rows);
    });
  }
  return [...units]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([unit, { read: _, ...line }]) => ({ unit: unit || null, ...line }));
}
