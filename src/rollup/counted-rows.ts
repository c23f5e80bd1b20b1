import { rowOf } from '../core/address.js';
import { memo } from '../core/memo.js';
import { type RowSpan, spansIn } from '../core/row-runs.js';
import type { TableReport, TallyRow } from '../forms/report.js';
import { cellsOf } from '../forms/tally-cells.js';
import { countedRows, type HeldPart } from './held.js';
import type { CountedRows } from './types.js';

/** The rows of each hamlet of a table that were accepted, and the columns that its fields stand in. */
export function countedOf(parts: readonly HeldPart[]): readonly CountedRows[] {
  return parts
    .filter(({ superseded, part }) => !superseded && part.rows > 0)
    .map((held): CountedRows => {
      const { unit, mergedFrom, entries } = held.part;
      const spans = entries === null ? spansIn(tallied(held)) : listed(held);
      const count = spans.reduce((sum, [, length]) => sum + length, 0);
      return { unit, mergedFrom, spans, count, columns: columnsFor(held) };
    });
}

/** Those of a list that stand, without a look at each: there are a million. */
function listed({ part, dropped, aside }: HeldPart): readonly RowSpan[] {
  const all = part.digest?.spans ?? spansIn(part.entries!.row);
  if (dropped.size + aside.size === 0) return all;
  const gone = [...dropped, ...aside].sort((a, b) => a - b);
  const left: RowSpan[] = [];
  let next = 0;
  let begin = 0;
  for (const [first, length] of all) {
    const end = begin + length;
    for (let at = begin; at < end; ) {
      while (next < gone.length && gone[next]! < at) next++;
      const to = Math.min(gone[next] ?? end, end);
      if (to > at) left.push([first + at - begin, to - at]);
      at = to + 1;
    }
    begin = end;
  }
  return left;
}

/** Rows of a tally in rising order: of counts that stand below each other, those of their cells. */
function tallied(held: HeldPart): readonly number[] {
  const rows = countedRows(held).flatMap(({ row, cells }) =>
    cells === undefined ? [row] : Object.values(cells).map(rowOf),
  );
  return [...new Set(rows)].sort((a, b) => a - b);
}

type Columns = CountedRows['columns'];

function columnsFor(held: HeldPart): Columns {
  const { part, table } = held;
  return part.tally.some(({ cells }) => cells !== undefined)
    ? cellsBelow(table, countedRows(held))
    : columnsOf(table);
}

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
