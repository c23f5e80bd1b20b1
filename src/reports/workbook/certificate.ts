import { cellAddress } from '../../core/address.js';
import type { Node } from '../../geography/types.js';
import type { RowCounts } from '../../rollup/types.js';
import { addRows } from '../figures.js';
import { safeText } from '../safe-text.js';
import { figureAt, reference } from './figures.js';
import { headRow, landscape, linesOf, plainTitle, signatures } from './page.js';
import type { TablePlan } from './plan.js';
import { planRows } from './plan.js';
import { type Edition, unitsAt } from './scope.js';
import { filesOf } from './sources-of.js';
import { COUNT, ranked, STYLES } from './styles.js';
import type { CellValue, Formula, Sheet } from './xlsx/model.js';
import { across, newSheet, put, putOver, rowAt, sheetRef } from './xlsx/sheet.js';

const WIDTHS = [7, 58, 15, 15, 15, 15, 15];
const NUMBER = { format: COUNT, horizontal: 'right' } as const;

/** `Đối chiếu số liệu`: that nothing was lost and nothing counted twice. */
export function certificateSheet(edition: Edition, plans: readonly TablePlan[]): Sheet {
  const { labels: t } = edition;
  const sheet = newSheet(t.certificate);
  sheet.widths.push(...WIDTHS);
  let row = plainTitle(sheet, edition, WIDTHS.length, t.certificateTitle) - 1;
  row = levelSums(sheet, edition, plans, row) + 2;
  row = unitRows(sheet, edition, row) + 2;
  row = fileRows(sheet, edition, row) + 2;
  const last = signatures(sheet, edition, row, WIDTHS.length);
  sheet.page = landscape(edition, {
    area: { top: 1, left: 0, bottom: last, right: WIDTHS.length - 1 },
  });
  return sheet;
}

function section(sheet: Sheet, row: number, text: string): void {
  putOver(sheet, across(row, 0, WIDTHS.length - 1), text, STYLES.section);
  rowAt(sheet, row).height = 20;
}

/** Each count: the sum of every level beside the one above, and the difference. */
function levelSums(sheet: Sheet, edition: Edition, plans: readonly TablePlan[], top: number) {
  const { labels: t, levels, root } = edition;
  section(sheet, top, t.levelSums);
  const own = t.levels[root.unit.level] ?? root.unit.level;
  const shown = [...levels].reverse();
  const heads = [t.number, t.measure, ...shown.map((level) => t.sumOf(t.levels[level] ?? level))];
  headRow(sheet, top + 1, [...heads, capital(own), t.difference]);
  let row = top + 2;
  for (const plan of plans.filter((one) => one.level === levels[0]))
    for (const column of plan.columns) {
      if (column.figure.kind === 'ratio' || column.figure.kind === 'baseline') continue;
      sumRow(sheet, edition, plans, plan, column, row, row - top - 1);
      row++;
    }
  return row - 1;
}

function sumRow(
  sheet: Sheet,
  edition: Edition,
  plans: readonly TablePlan[],
  first: TablePlan,
  column: TablePlan['columns'][number],
  row: number,
  number: number,
): void {
  const { summary, levels, root } = edition;
  put(sheet, row, 0, number, STYLES.textCenter);
  put(sheet, row, 1, column.heading, STYLES.text);
  const style = ranked('unit', NUMBER);
  const reversed = [...levels].reverse();
  for (const [i, level] of reversed.entries()) {
    const plan = plans.find((one) => one.level === level && one.columnOf.has(column.key));
    put(sheet, row, 2 + i, plan ? levelSum(edition, plan, column) : null, style);
  }
  const at = 2 + reversed.length;
  put(sheet, row, at, reference(summary, first, root, column), style);
  const cells = Array.from({ length: at - 1 }, (_, i) => cellAddress(2 + i, row));
  const spread = `MAX(${cells.join(',')})-MIN(${cells.join(',')})`;
  put(sheet, row, at + 1, { formula: spread, value: spreadOf(edition, column) }, style);
}

/** Largest less smallest of the level sums; blanks do not count. */
function spreadOf(
  { summary, root, levels, ...edition }: Edition,
  column: TablePlan['columns'][number],
) {
  const sums = levels
    .map((level) => total({ summary, root, levels, ...edition }, level, column))
    .concat(figureAt(summary, root, column) ?? []);
  const known = sums.filter((n): n is number => n !== null);
  return known.length === 0 ? 0 : Math.max(...known) - Math.min(...known);
}

function total(
  edition: Edition,
  level: string,
  column: TablePlan['columns'][number],
): number | null {
  const figures = unitsAt(edition, level).flatMap(
    (node: Node) => figureAt(edition.summary, node, column) ?? [],
  );
  return figures.length === 0 ? null : figures.reduce((a, b) => a + b, 0);
}

/** The rows of one level in a table, told by the level named beside them. */
function levelSum(
  edition: Edition,
  plan: TablePlan,
  column: TablePlan['columns'][number],
): Formula {
  const name = edition.labels.level1[plan.level] ?? plan.level;
  const [first, last] = [plan.rows[0]!.row, plan.rows.at(-1)!.row];
  const over = (at: number) =>
    `${sheetRef(plan.sheet)}${cellAddress(at, first)}:${cellAddress(at, last)}`;
  const levelColumn = plan.columns.length + 5;
  const figures = over(plan.columnOf.get(column.key)!);
  return {
    formula: `SUMIF(${over(levelColumn)},"${name}",${figures})`,
    value: total(edition, plan.level, column) ?? 0,
  };
}

function rowsHead(sheet: Sheet, { labels: t }: Edition, row: number, what: string): void {
  headRow(sheet, row, [t.number, what, t.read, t.accepted, t.rejected, t.ignored, t.difference]);
}

/** Rows of each unit above the hamlets; those of no known unit last. */
function unitRows(sheet: Sheet, edition: Edition, top: number): number {
  const { labels: t, levels, summary } = edition;
  section(sheet, top, t.byUnit);
  rowsHead(sheet, edition, top + 1, t.unit);
  const depth = Math.max(
    1,
    levels[levels.length - 1] === 'hamlet' ? levels.length - 1 : levels.length,
  );
  const rows = planRows(edition, depth, top + 2);
  const counts = countsByUnit(edition);
  for (const { node, row, number, depth: at, lowest } of rows) {
    const rank = at === 0 ? 'total' : lowest ? 'unit' : 'group';
    put(sheet, row, 0, number === '' ? null : number, ranked(rank, { horizontal: 'center' }));
    put(sheet, row, 1, at === 0 ? t.total : node.unit.name, ranked(rank, { wrap: true }));
    rowCells(sheet, row, counts.get(node.unit.code) ?? NO_ROWS, rank);
  }
  const unknown = summary.units.filter((line) => line.unit === null).map(withRead);
  if (edition.root.parent !== null || unknown.length === 0) return top + 1 + rows.length;
  const last = top + 2 + rows.length;
  put(sheet, last, 0, null, STYLES.textCenter);
  put(sheet, last, 1, t.unknownUnit, STYLES.text);
  rowCells(sheet, last, addRows(unknown), 'unit');
  return last;
}

const NO_ROWS: RowCounts = { read: 0, accepted: 0, rejected: 0, ignored: 0 };

function withRead(line: Omit<RowCounts, 'read'>): RowCounts {
  const { accepted, rejected, ignored } = line;
  return { read: accepted + rejected + ignored, accepted, rejected, ignored };
}

/** A unit's rows are those of the units below it, and its own where there are any. */
function countsByUnit({ summary, root }: Edition): ReadonlyMap<string, RowCounts> {
  const own = new Map<string, RowCounts[]>();
  for (const { unit, ...line } of summary.units)
    if (unit !== null) own.set(unit, [...(own.get(unit) ?? []), withRead(line)]);
  const counts = new Map<string, RowCounts>();
  const add = (node: Node): RowCounts => {
    const sum = addRows([...(own.get(node.unit.code) ?? []), ...node.children.map(add)]);
    counts.set(node.unit.code, sum);
    return sum;
  };
  add(root);
  return counts;
}

function rowCells(sheet: Sheet, row: number, rows: RowCounts, rank: Parameters<typeof ranked>[0]) {
  const style = ranked(rank, NUMBER);
  const values: CellValue[] = [rows.read, rows.accepted, rows.rejected, rows.ignored];
  for (const [i, value] of values.entries()) put(sheet, row, 2 + i, value, style);
  const [read, accepted, , ignored] = [2, 3, 4, 5].map((column) => cellAddress(column, row));
  const difference = rows.read - rows.accepted - rows.rejected - rows.ignored;
  put(sheet, row, 6, { formula: `${read}-SUM(${accepted}:${ignored})`, value: difference }, style);
}

/** Rows of each file, the whole of it. */
function fileRows(sheet: Sheet, edition: Edition, top: number): number {
  const { labels: t } = edition;
  section(sheet, top, t.byFile);
  rowsHead(sheet, edition, top + 1, t.file);
  const files = [...filesOf(edition)].map(
    ([file, lines]) => [file, addRows(lines.map((l) => l.rows))] as const,
  );
  const first = top + 3;
  put(sheet, top + 2, 0, null, ranked('total'));
  put(sheet, top + 2, 1, t.total, ranked('total'));
  const all = addRows(files.map(([, rows]) => rows));
  totals(sheet, top + 2, first, first + files.length - 1, all);
  for (const [i, [file, rows]] of files.entries()) {
    put(sheet, first + i, 0, i + 1, STYLES.textCenter);
    put(sheet, first + i, 1, safeText(file), STYLES.small);
    rowCells(sheet, first + i, rows, 'unit');
    rowAt(sheet, first + i).height = 3 + 13 * linesOf(file, WIDTHS[1]! * 1.2);
  }
  const last = first + files.length;
  putOver(sheet, across(last, 0, WIDTHS.length - 1), t.sharedFiles, STYLES.italicWrap);
  return last;
}

function totals(sheet: Sheet, row: number, first: number, last: number, all: RowCounts): void {
  if (last < first) {
    rowCells(sheet, row, all, 'total');
    return;
  }
  const style = ranked('total', NUMBER);
  const values = [all.read, all.accepted, all.rejected, all.ignored];
  for (const [i, value] of values.entries()) {
    const range = `${cellAddress(2 + i, first)}:${cellAddress(2 + i, last)}`;
    put(sheet, row, 2 + i, { formula: `SUM(${range})`, value }, style);
  }
  const difference = all.read - all.accepted - all.rejected - all.ignored;
  put(sheet, row, 6, { formula: `C${row}-SUM(D${row}:F${row})`, value: difference }, style);
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
