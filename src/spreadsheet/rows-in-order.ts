import { RowCells } from './row-cells.js';
import { RowSink } from './row-sink.js';
import type { OnRow, Row } from './types.js';

/**
 * Holds the rows of a small sheet until all are there, and hands them out from the top down: a few
 * programs write them as they come to them, or one row in several pieces.
 */
export class RowsInOrder {
  private rows: Row[] = [];
  private rising = true;

  readonly add: OnRow = (row) => {
    const last = this.rows.at(-1);
    if (last !== undefined && row.number <= last.number) this.rising = false;
    this.rows.push(row);
  };

  handOut(onRow: OnRow): void {
    if (!this.rising) this.sort(onRow);
    else for (const row of this.rows) if (onRow(row) === false) return;
  }

  private sort(onRow: OnRow): void {
    const byNumber = new Map<number, Row>();
    for (const row of this.rows) {
      const other = byNumber.get(row.number);
      byNumber.set(row.number, other === undefined ? row : joined(other, row));
    }
    // A row of formats alone may be the last one now.
    const sink = new RowSink(onRow);
    const rows = [...byNumber.values()].sort((a, b) => a.number - b.number);
    for (const { number, values, hidden, ...look } of rows) sink.push(number, values, hidden, look);
  }
}

/** Both have cells of the row. @throws SpreadsheetError where both have the same cell, and not alike */
function joined(first: Row, second: Row): Row {
  const cells = new RowCells();
  cells.start();
  for (const { values } of [first, second])
    for (const [column, value] of values.entries()) if (value !== null) cells.put(column, value);
  const struck = [...new Set([...(first.struck ?? []), ...(second.struck ?? [])])];
  const meant = [...(first.meant ?? []), ...(second.meant ?? [])];
  const hidden = first.hidden || second.hidden;
  return {
    number: first.number,
    values: cells.finish(),
    hidden,
    ...(struck.length > 0 && { struck: struck.sort((a, b) => a - b) }),
    ...(meant.length > 0 && { meant }),
  };
}
