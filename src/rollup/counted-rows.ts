import { rowOf } from '../core/address.js';
import { memo } from '../core/memo.js';
import { addRow, type RowRun, rowRun } from '../core/row-runs.js';
import type { TableReport, TallyRow } from '../forms/report.js';
import { cellsOf } from '../forms/tally-cells.js';
import { countedRows, type HeldPart } from './held.js';
import type { CountedRows } from './types.js';

/** The rows of each hamlet of a table that were accepted, and the columns that its fields stand in. */
export function countedOf(parts: readonly HeldPart[]): readonly CountedRows[] {
  return parts
    .filter(({ superseded, part }) => !superseded && part.rows > 0)
    .map((held): CountedRows => {
      const { part, table } = held;
      const { runs, count } = runsOf(part.entries === null ? tallied(held) : listed(held));
      const { unit, mergedFrom } = part;
      const columns = part.tally.some(({ cells }) => cells !== undefined)
        ? cellsBelow(table, countedRows(held))
        : columnsOf(table);
      return { unit, ...(mergedFrom !== undefined && { mergedFrom }), runs, count, columns };
    });
}

function* listed({ part, dropped, aside }: HeldPart): Generator<number> {
  let index = 0;
  for (const row of part.entries!.row) {
    if (!dropped.has(index) && !aside.has(index)) yield row;
    index++;
  }
}

/** Rows of a tally in rising order: of counts that stand below each other, those of their cells. */
function tallied(held: HeldPart): readonly number[] {
  const rows = countedRows(held).flatMap(({ row, cells }) =>
    cells === undefined ? [row] : Object.values(cells).map(rowOf),
  );
  return [...new Set(rows)].sort((a, b) => a - b);
}

function runsOf(rows: Iterable<number>): Pick<CountedRows, 'runs' | 'count'> {
  const runs: RowRun[] = [];
  let count = 0;
  for (const row of rows) {
    addRow(runs, row);
    count++;
  }
  return { runs: runs.map(rowRun), count };
}

type Columns = CountedRows['columns'];

/** Letters of a table's columns by field; `D + E` of a count that is their sum. */
const columnsOf = memo(({ columns, added }: TableReport): Columns => {
  if (added === undefined) return columns;
  const sums = Object.entries(added).map(([field, letters]) => [field, letters.join(' + ')]);
  return { ...columns, ...Object.fromEntries(sums) };
});

/** Addresses of counts that stand below each other. */
function cellsBelow(table: TableReport, rows: readonly TallyRow[]): Columns {
  const fields = new Set(rows.flatMap(({ cells = {} }) => Object.keys(cells)));
  const found = [...fields].flatMap((field) => {
    const cells = rows.flatMap((row) => cellsOf(table, row, field) ?? []);
    return cells.length === 0 ? [] : [[field, cells.join(' + ')] as const];
  });
  return Object.fromEntries(found);
}
