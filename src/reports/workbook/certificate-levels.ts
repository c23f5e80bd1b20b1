import { cellAddress } from '../../core/address.js';
import type { Node } from '../../geography/types.js';
import { NUMBER, section, WIDTHS } from './certificate-parts.js';
import { fullName } from './columns.js';
import { figureAt, reference } from './figures.js';
import { capital } from './labels.js';
import { headRow } from './page.js';
import type { TablePlan } from './plan.js';
import { type Edition, unitsAt } from './scope.js';
import { ranked, STYLES } from './styles.js';
import { asideColumn } from './table-header.js';
import { heightOf, linesOf, noteHeight } from './text-lines.js';
import type { Formula, Sheet } from './xlsx/model.js';
import { across, put, putOver, rowAt, sheetRef } from './xlsx/sheet.js';

/** Each count: the sum of every level beside the one above, and the difference; why, if any. */
export function levelSums(
  sheet: Sheet,
  edition: Edition,
  plans: readonly TablePlan[],
  top: number,
) {
  const { labels: t, levels, root } = edition;
  section(sheet, top, t.levelSums);
  const own = t.levels[root.unit.level] ?? root.unit.level;
  const shown = [...levels].reverse();
  const heads = [t.number, t.measure, ...shown.map((level) => t.sumOf(t.levels[level] ?? level))];
  headRow(sheet, top + 1, [...heads, capital(own), t.difference]);
  let row = top + 2;
  let isApart = false;
  for (const plan of plans.filter((one) => one.level === levels[0]))
    for (const column of plan.columns.filter(isCount)) {
      const count = { plan, column, number: row - top - 1 };
      if (sumRow(sheet, row++, count, { edition, plans }) !== 0) isApart = true;
    }
  return isApart && edition.summary.restatement !== undefined
    ? apartNote(sheet, edition, row)
    : row - 1;
}

type Column = TablePlan['columns'][number];

function isCount({ figure: { kind } }: Column): boolean {
  return kind !== 'ratio' && kind !== 'baseline';
}

/** A count in its place among the others, and the table of the lowest level that has it. */
interface Count {
  readonly plan: TablePlan;
  readonly column: Column;
  readonly number: number;
}

/** Amounts that could not be told apart stand above the units that they may belong to. */
function apartNote(sheet: Sheet, { labels: t }: Edition, row: number): number {
  const room = WIDTHS.reduce((sum, width) => sum + width, 0);
  putOver(sheet, across(row, 0, WIDTHS.length - 1), t.levelsApart, STYLES.italicWrap);
  rowAt(sheet, row).height = noteHeight(t.levelsApart, room);
  return row;
}

/** @returns the difference between the levels */
function sumRow(
  sheet: Sheet,
  row: number,
  { plan: lowest, column, number }: Count,
  { edition, plans }: { readonly edition: Edition; readonly plans: readonly TablePlan[] },
): number {
  const { summary, levels, root } = edition;
  put(sheet, row, 0, number, STYLES.textCenter);
  const name = fullName(column, edition.lang);
  put(sheet, row, 1, name, STYLES.text);
  const lines = linesOf(name, WIDTHS[1]!);
  if (lines > 1) rowAt(sheet, row).height = heightOf(lines);
  const style = ranked('unit', NUMBER);
  for (const [i, level] of [...levels].reverse().entries()) {
    const plan = plans.find((one) => one.level === level && one.columnOf.has(column.key));
    put(sheet, row, 2 + i, plan ? levelSum(edition, plan, column) : null, style);
  }
  const at = 2 + levels.length;
  put(sheet, row, at, reference(summary, lowest, root, column), style);
  const cells = Array.from({ length: at - 1 }, (_, i) => cellAddress(2 + i, row));
  const spread = `MAX(${cells.join(',')})-MIN(${cells.join(',')})`;
  const value = spreadOf(edition, column);
  put(sheet, row, at + 1, { formula: spread, value }, style);
  return value;
}

/** Largest less smallest of the level sums; blanks do not count. */
function spreadOf(edition: Edition, column: Column): number {
  const sums = edition.levels.map((level) => total(edition, level, column));
  const known = [...sums, figureAt(edition.summary, edition.root, column)].filter(
    (sum) => sum !== null,
  );
  return known.length === 0 ? 0 : Math.max(...known) - Math.min(...known);
}

function total(edition: Edition, level: string, column: Column): number | null {
  const figures = unitsAt(edition, level).flatMap(
    (node: Node) => figureAt(edition.summary, node, column) ?? [],
  );
  return figures.length === 0 ? null : figures.reduce((a, b) => a + b, 0);
}

/** The rows of one level in a table, told by the level named beside them; blank where all are. */
function levelSum(edition: Edition, plan: TablePlan, column: Column): Formula {
  const name = edition.labels.level1[plan.level] ?? plan.level;
  const [first, last] = [plan.rows[0]!.row, plan.rows.at(-1)!.row];
  const over = (at: number) =>
    `${sheetRef(plan.sheet)}${cellAddress(at, first)}:${cellAddress(at, last)}`;
  const levels = over(asideColumn(plan) + 1);
  const figures = over(plan.columnOf.get(column.key)!);
  return {
    formula: `IF(COUNTIFS(${levels},"${name}",${figures},">=0")=0,"",SUMIF(${levels},"${name}",${figures}))`,
    value: total(edition, plan.level, column) ?? '',
  };
}
