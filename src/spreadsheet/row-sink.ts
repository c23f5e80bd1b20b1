import type { OnRow, RowLook, Value } from './types.js';

const NO_VALUES: readonly Value[] = [];

/**
 * Passes rows on to a caller. Blank rows are held back until a row with a value follows:
 * between rows they are rows as any other, but formats alone often run on to row
 * 1,048,576, and that tail is none of the sheet's content.
 */
export class RowSink {
  /** Runs of blank rows: first row, how many, hidden. */
  private blanks: [number: number, count: number, hidden: boolean][] = [];
  /** The caller has seen enough. */
  stopped = false;

  constructor(private readonly onRow: OnRow) {}

  /** `values` ends with its last value that is not null. */
  push(number: number, values: readonly Value[], hidden: boolean, look?: RowLook): void {
    if (values.length === 0) {
      this.pushBlanks(number, 1, hidden);
      return;
    }
    if (this.blanks.length > 0) this.flush();
    this.send(number, values, hidden, look);
  }

  pushBlanks(number: number, count: number, hidden: boolean): void {
    const last = this.blanks.at(-1);
    if (last !== undefined && last[2] === hidden && last[0] + last[1] === number) last[1] += count;
    else this.blanks.push([number, count, hidden]);
  }

  private flush(): void {
    const blanks = this.blanks;
    this.blanks = [];
    for (const [number, count, hidden] of blanks) {
      for (let i = 0; i < count && !this.stopped; i++) this.send(number + i, NO_VALUES, hidden);
    }
  }

  private send(number: number, values: readonly Value[], hidden: boolean, look?: RowLook): void {
    if (this.stopped) return;
    const row =
      look === undefined ? { number, values, hidden } : { number, values, hidden, ...look };
    if (this.onRow(row) === false) this.stopped = true;
  }
}
