import { cellAddress } from '../../core/address.js';
import type { Node } from '../../geography/types.js';
import type { Summary } from '../../rollup/types.js';
import { valueAt } from '../figures.js';
import type { Column } from './columns.js';
import type { TablePlan, UnitRow } from './plan.js';
import type { CellValue, Formula, Range } from './xlsx/model.js';
import { rangeText, sheetRef } from './xlsx/sheet.js';

/** What a column shows for a unit: ccds's own figure, null where nothing is reported. */
export function figureAt(summary: Summary, { unit }: Node, { figure }: Column): number | null {
  const isHamlet = unit.level === 'hamlet';
  switch (figure.kind) {
    case 'baseline':
      return summary.baselineValues.get(unit.code)?.get(figure.baseline) ?? null;
    case 'having':
      if (!isHamlet) return valueAt(summary, unit.code, figure.ratio.id).numerator;
      return mark(valueAt(summary, unit.code, figure.of).value);
    case 'ratio':
      if (isHamlet && 'hamletsWith' in figure.indicator.numerator) return null;
      return valueAt(summary, unit.code, figure.indicator.id).value;
    case 'value':
      if (isHamlet && figure.indicator.kind === 'hamlets') return 1;
      return valueAt(summary, unit.code, figure.indicator.id).value;
  }
}

/** 1 for a hamlet that has some, 0 for one that reports none. */
function mark(value: number | null): number | null {
  return value === null ? null : Number(value > 0);
}

/**
 * A cell of a table: a formula over the cells below it where that comes to ccds's own
 * figure, else the figure. So a recalculation never changes what is shown.
 */
export function cellOf(summary: Summary, plan: TablePlan, row: UnitRow, column: Column): CellValue {
  const own = figureAt(summary, row.node, column);
  const made = formulaOf(summary, plan, row, column);
  if (made === null || !same(made.value, own)) return own;
  return made;
}

function same(made: number | string, own: number | null): boolean {
  return own === null ? made === '' : made === own;
}

function formulaOf(
  summary: Summary,
  plan: TablePlan,
  row: UnitRow,
  column: Column,
): Formula | null {
  if (column.figure.kind === 'ratio') return ratio(summary, plan, row, column.figure);
  if (!row.lowest) return sum(row.children.map((child) => known(summary, plan, child, column)));
  if (plan.deeper) return reference(summary, plan.deeper, row.node, column);
  return addends(summary, plan, row, column);
}

/** A cell of the sheet, and the figure that stands in it. */
export interface Known {
  readonly column: number;
  readonly row: number;
  readonly value: number | null;
}

function known(summary: Summary, plan: TablePlan, row: UnitRow, column: Column): Known {
  const value = figureAt(summary, row.node, column);
  return { column: plan.columnOf.get(column.key)!, row: row.row, value };
}

/** A function takes no more arguments than this (255 in Excel). */
const MOST_ARGUMENTS = 200;
/** Characters of a formula: Excel's limit. */
const LONGEST_FORMULA = 8192;

/** Sum of cells; blank where all of them are. Null where they are too many to name. */
export function sum(cells: readonly Known[]): Formula | null {
  if (cells.length === 0) return null;
  const values = cells.flatMap(({ value }) => (value === null ? [] : [value]));
  const ranges = ranged(cells);
  const formula = `IF(${all('COUNT', ranges)}=0,"",${all('SUM', ranges)})`;
  if (formula.length > LONGEST_FORMULA) return null;
  return { formula, value: values.length === 0 ? '' : values.reduce((a, b) => a + b, 0) };
}

function all(name: string, ranges: readonly string[]): string {
  const parts: string[] = [];
  for (let i = 0; i < ranges.length; i += MOST_ARGUMENTS)
    parts.push(`${name}(${ranges.slice(i, i + MOST_ARGUMENTS).join(',')})`);
  return parts.join('+');
}

/** Cells of one column one under the other become a range: `D9:D17`. */
function ranged(cells: readonly Known[]): readonly string[] {
  const ranges: Range[] = [];
  for (const { column, row } of cells) {
    const last = ranges.at(-1);
    if (last?.left === column && last.bottom === row - 1)
      ranges[ranges.length - 1] = { ...last, bottom: row };
    else ranges.push({ top: row, left: column, bottom: row, right: column });
  }
  return ranges.map(rangeText);
}

function ratio(
  summary: Summary,
  plan: TablePlan,
  row: UnitRow,
  figure: Extract<Column['figure'], { kind: 'ratio' }>,
): Formula | null {
  const [top, bottom] = [figure.numerator, figure.denominator].map((key) => {
    const column = plan.columns.find((one) => one.key === key);
    return column && known(summary, plan, row, column);
  });
  if (!top || !bottom) return null;
  const [over, under] = [top, bottom].map((one) => cellAddress(one.column, one.row));
  const formula = `IF(OR(${over}="",N(${under})=0),"",${over}/${under})`;
  const isBlank = top.value === null || !bottom.value;
  return { formula, value: isBlank ? '' : top.value! / bottom.value! };
}

/** The same figure in the table a level further down; blank stays blank. */
export function reference(
  summary: Summary,
  plan: TablePlan,
  node: Node,
  column: Column,
): Formula | null {
  const row = plan.rowOf.get(node.unit.code);
  const number = plan.columnOf.get(column.key);
  if (row === undefined || number === undefined) return null;
  const cell = sheetRef(plan.sheet) + cellAddress(number, row.row);
  return mirror(cell, figureAt(summary, node, column) ?? '');
}

/** What stands in another cell; blank stays blank. */
export function mirror(cell: string, value: number | string): Formula {
  return { formula: `IF(${cell}="","",${cell})`, value };
}

/** A hamlet's `Tổng số` from its own addends. */
function addends(summary: Summary, plan: TablePlan, row: UnitRow, column: Column): Formula | null {
  const parts = (column.addends ?? []).map((key) => plan.columns.find((one) => one.key === key));
  if (parts.length === 0 || parts.includes(undefined)) return null;
  return sum(parts.map((part) => known(summary, plan, row, part!)));
}
