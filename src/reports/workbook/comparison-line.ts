import { cellAddress } from '../../core/address.js';
import type { Node } from '../../geography/types.js';
import type { Review } from '../../history/types.js';
import type { Indicator } from '../../indicators/types.js';
import type { Summary } from '../../rollup/types.js';
import { valueAt } from '../figures.js';
import { figureAt, reference } from './figures.js';
import { type Beside, besideOf } from './in-time.js';
import type { TablePlan } from './plan.js';
import type { Edition } from './scope.js';
import type { CellValue } from './xlsx/model.js';

/** One row of a comparison: a figure of a unit, and what stands beside it. */
export interface Line {
  readonly indicator: Indicator;
  readonly beside: Beside;
  /** The figure of this period, live from the tables, and what it comes to. */
  readonly value: CellValue;
  readonly now: number | null;
  /** Address of the line's cell in another column. */
  readonly cell: (key: string) => string;
}

/** What the sheets are made from. */
export interface Compared {
  readonly edition: Edition;
  readonly review: Review;
  readonly plans: readonly TablePlan[];
  readonly indicators: readonly Indicator[];
}

/** The line of a unit's indicator in a row; `columnOf` tells where columns stand. */
export function lineOf(
  { edition, review, plans }: Omit<Compared, 'indicators'>,
  { node, indicator }: { readonly node: Node; readonly indicator: Indicator },
  place: { readonly row: number; readonly columnOf: (key: string) => number },
): Line {
  const { value, now } = present(edition, plans, node, indicator);
  return {
    indicator,
    value,
    now,
    beside: besideOf(review, node.unit.code, indicator.id),
    cell: (key) => cellAddress(place.columnOf(key), place.row),
  };
}

/** A figure of this period: the cell of the first table that has it, else the figure. */
export function present(
  { summary }: Edition,
  plans: readonly TablePlan[],
  node: Node,
  { id }: Indicator,
): { readonly value: CellValue; readonly now: number | null } {
  const found = tableWith(plans, node, id);
  const now = figureNow(summary, plans, node, id);
  return { value: found ? reference(summary, found.plan, node, found.column) : now, now };
}

/** A figure of this period, as the first table that has it shows it. */
export function figureNow(
  summary: Summary,
  plans: readonly TablePlan[],
  node: Node,
  id: string,
): number | null {
  const found = tableWith(plans, node, id);
  return found ? figureAt(summary, node, found.column) : valueAt(summary, node.unit.code, id).value;
}

function tableWith(plans: readonly TablePlan[], node: Node, id: string) {
  const plan = plans.find((one) => one.columnOf.has(id) && one.rowOf.has(node.unit.code));
  const column = plan?.columns.find((one) => one.key === id);
  return plan && column ? { plan, column } : null;
}
