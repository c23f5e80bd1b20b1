import type { Node } from '../../geography/types.js';
import { type Column, tableColumns } from './columns.js';
import type { Edition } from './scope.js';
import type { Rank } from './styles.js';

/** A unit's row in a table. */
export interface UnitRow {
  readonly node: Node;
  readonly row: number;
  /** 0 for the total; the last level of the table is `lowest`. */
  readonly depth: number;
  readonly lowest: boolean;
  /** `I`, `I.1`, `1`; blank for the total. */
  readonly number: string | number;
  readonly children: readonly UnitRow[];
}

/** How a unit's row looks: as a total, a group or a unit. */
export function rankOf({ depth, lowest }: UnitRow): Rank {
  if (depth === 0) return 'total';
  return lowest ? 'unit' : 'group';
}

/** Where everything of one table stands, known before it is written. */
export interface TablePlan {
  /** `01`, `02a`. */
  readonly number: string;
  readonly sheet: string;
  /** Level of its lowest rows. */
  readonly level: string;
  readonly columns: readonly Column[];
  readonly columnOf: ReadonlyMap<string, number>;
  readonly rows: readonly UnitRow[];
  readonly rowOf: ReadonlyMap<string, UnitRow>;
  readonly headTop: number;
  readonly headRows: number;
  /** The same figures one level further down; its rows are what the lowest ones stand for. */
  readonly deeper?: TablePlan;
}

/** Rows above a table's header: letterhead, its number, the table's, title, period, unit. */
const HEAD_TOP = 8;
export const FIRST_FIGURE = 2;

/** Every table of a workbook, `Biểu 01` first; a level further down in each. */
export function planTables(edition: Edition): readonly TablePlan[] {
  const parts = tableColumns(edition);
  const plans = parts.map((columns, i) => planPart(edition, columns, partLetter(i, parts.length)));
  return edition.levels.flatMap((_, depth) => plans.map((plan) => plan[depth]!));
}

/** Levels whose tables are printed to be signed: `Biểu 01` and `Biểu 02`. */
const SIGNED_LEVELS = 2;

/** The tables that are printed to be signed; they stand right after the cover. */
export function signedTables(
  { levels }: Edition,
  plans: readonly TablePlan[],
): readonly TablePlan[] {
  const signed = levels.slice(0, SIGNED_LEVELS);
  return plans.filter(({ level }) => signed.includes(level));
}

function partLetter(index: number, parts: number): string {
  return parts === 1 ? '' : String.fromCharCode(97 + index);
}

/** One part at every depth, each knowing the next further down. */
function planPart(edition: Edition, columns: readonly Column[], letter: string): TablePlan[] {
  const plans: TablePlan[] = [];
  for (let depth = edition.levels.length; depth >= 1; depth--)
    plans.unshift(planTable(edition, columns, letter, depth, plans[0]));
  return plans;
}

function planTable(
  edition: Edition,
  columns: readonly Column[],
  letter: string,
  depth: number,
  deeper: TablePlan | undefined,
): TablePlan {
  const number = String(depth).padStart(2, '0') + letter;
  const headRows = columns.some((column) => column.partOf !== undefined) ? 3 : 2;
  const rows = planRows(edition, depth, HEAD_TOP + headRows + 1);
  return {
    number,
    sheet: edition.labels.tableSheet(number),
    level: edition.levels[depth - 1]!,
    columns,
    columnOf: new Map(columns.map((column, i) => [column.key, FIRST_FIGURE + i])),
    rows,
    rowOf: new Map(rows.map((row) => [row.node.unit.code, row])),
    headTop: HEAD_TOP,
    headRows,
    ...(deeper && { deeper }),
  };
}

/** The root and all below it down to a depth, from a row on. */
export function planRows(edition: Edition, depth: number, first: number): readonly UnitRow[] {
  const rows: UnitRow[] = [];
  const levels = edition.levels.slice(0, depth);
  const place = (node: Node, number: string | number): UnitRow => {
    const own = levels.indexOf(node.unit.level) + 1;
    const children: UnitRow[] = [];
    const row = {
      node,
      row: first + rows.length,
      depth: own,
      lowest: own === depth,
      number,
      children,
    };
    rows.push(row);
    const below = node.children.filter((child) => levels.includes(child.unit.level));
    for (const [i, child] of below.entries())
      children.push(place(child, childNumber(row, i + 1, depth)));
    return row;
  };
  place(edition.root, '');
  return rows;
}

/** Roman numerals for groups, plain numbers for the lowest units. */
function childNumber(parent: UnitRow, n: number, depth: number): string | number {
  const depthOfChild = parent.depth + 1;
  if (depthOfChild >= depth) return n;
  return parent.depth === 0 ? roman(n) : `${parent.number}.${n}`;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(n: number): string {
  const step = ROMAN.find(([value]) => value <= n);
  return step === undefined ? '' : step[1] + roman(n - step[0]);
}
