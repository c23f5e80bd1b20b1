import { rowOf } from '../core/address.js';
import { memo } from '../core/memo.js';
import { addRow, type RowRun, rowRun } from '../core/row-runs.js';
import type { TableReport, TallyRow } from '../forms/report.js';
import { cellsOf } from '../forms/tally-cells.js';
import { runsIn } from './digest.js';
import { countedRows, type HeldPart } from './held.js';
import type { CountedRows } from './types.js';

/** The rows of each hamlet of a table that were accepted, and the columns that its fields stand in. */
export function countedOf(parts: readonly HeldPart[]): readonly CountedRows[] {
  return parts
    .filter(({ superseded, part }) => !superseded && part.rows > 0)
    .map((held): CountedRows => {
      const { part, table } = held;
      const { runs, count } = part.entries === null ? tallied(held) : listed(held);
      const { unit, mergedFrom } = part;
      const columns = part.tally.some(({ cells }) => cells !== undefined)
        ? cellsBelow(table, countedRows(held))
        : columnsOf(table);
      const named = mergedFrom !== undefined && { mergedFrom };
      return { unit, ...named, runs: runs.map(rowRun), count, columns };
    });
}

interface Rows {
  readonly runs: readonly RowRun[];
  readonly count: number;
}

/** Those of a list that stand, without a look at each: there are a million. */
function listed({ part, dropped, aside }: HeldPart): Rows {
  const gone = [...dropped, ...aside].sort((a, b) => a - b);
  const runs: RowRun[] = [];
  let count = 0;
  let next = 0;
  let begin = 0;
  for (const [row, length] of part.digest?.runs ?? runsIn(part.entries!.row)) {
    const end = begin + length;
    for (let at = begin; at < end; ) {
      while (next < gone.length && gone[next]! < at) next++;
      const to = Math.min(gone[next] ?? end, end);
      if (to > at) addRow(runs, row + at - begin, row + to - 1 - begin);
      count += to - at;
      at = to + 1;
    }
    begin = end;
  }
  return { runs, count };
}

/** Rows of a tally in rising order: of counts that stand below each other, those of their cells. */
function tallied(held: HeldPart): Rows {
  const rows = countedRows(held).flatMap(({ row, cells }) =>
    cells === undefined ? [row] : Object.values(cells).map(rowOf),
  );
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const runs: RowRun[] = [];
  for (const row of sorted) addRow(runs, row);
  return { runs, count: sorted.length };
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
