import type { OnRow, Row, Value } from './types.js';

const NO_VALUES: readonly Value[] = [];

/**
 * Passes rows on to a caller. Blank rows are held back until a row with a value follows:
 * between rows they are rows as any other, but formats alone often run on to row
 * 1,048,576, and that tail is none of the sheet's content.
 */
export class RowSink {
  private blanks: Row[] = [];
  /** The caller has seen enough. */
  stopped = false;

  constructor(private readonly onRow: OnRow) {}

  /** `values` ends with its last value that is not null. */
  push(number: number, values: readonly Value[], hidden: boolean): void {
    if (values.length === 0) {
      this.blanks.push({ number, values: NO_VALUES, hidden });
      return;
    }
    if (this.blanks.length > 0) this.flush();
    if (!this.stopped && this.onRow({ number, values, hidden }) === false) this.stopped = true;
  }

  private flush(): void {
    const blanks = this.blanks;
    this.blanks = [];
    for (const row of blanks) {
      if (this.stopped) return;
      if (this.onRow(row) === false) this.stopped = true;
    }
  }
}
