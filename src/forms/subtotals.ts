/** One subtotal row as it was found, and where it stands among the data rows. */
interface Stated {
  readonly row: number;
  /** Data rows before it. */
  readonly at: number;
  readonly values: Readonly<Record<string, number>>;
}

/** A subtotal that none of the ways to read it bears out. */
export interface Imbalance {
  readonly row: number;
  readonly field: string;
  readonly found: number;
  readonly expected: number;
  /** Rows that were summed, `8–19`. */
  readonly rows: string;
}

/**
 * Holds subtotal rows against the rows they sum, tolerance 0. A subtotal may stand below
 * its rows or above them, and may sum a group or the whole table; it is an imbalance only
 * if no reading fits. Keeps running sums at subtotals alone, so length costs nothing.
 */
export class Subtotals {
  private readonly fields: readonly string[];
  private sums: Record<string, number>;
  private readonly marks: { sums: Record<string, number>; at: number; row: number }[] = [];
  private readonly stated: { subtotal: Stated; mark: number }[] = [];
  private count = 0;
  private firstRow = 0;
  private lastRow = 0;

  constructor(fields: readonly string[]) {
    this.fields = fields;
    this.sums = Object.fromEntries(fields.map((field) => [field, 0]));
    this.mark(0);
  }

  /** A data row's counts. */
  add(row: number, values: Readonly<Record<string, unknown>>): void {
    for (const field of this.fields) {
      const value = values[field];
      if (typeof value === 'number') this.sums[field]! += value;
    }
    if (this.count === 0) this.firstRow = row;
    this.lastRow = row;
    this.count++;
  }

  /** A row that begins a group. */
  group(row: number): void {
    this.mark(row);
  }

  /** Sum of a field over the data rows since the last group or subtotal. */
  sumSinceMark(field: string): number {
    return this.sums[field]! - this.marks.at(-1)!.sums[field]!;
  }

  /** A subtotal row with the numbers it states. */
  state(row: number, values: Readonly<Record<string, number>>): void {
    this.mark(row);
    this.stated.push({ subtotal: { row, at: this.count, values }, mark: this.marks.length - 1 });
  }

  /** Every stated number that nothing bears out. */
  imbalances(): readonly Imbalance[] {
    const end = this.marks.length;
    this.mark(this.lastRow + 1);
    return this.stated.flatMap(({ subtotal, mark }) =>
      Object.entries(subtotal.values).flatMap(([field, found]) => {
        const candidates = this.candidates(field, mark, end);
        if (candidates.some(({ sum }) => sum === found)) return [];
        const best = candidates[0]!;
        return [{ row: subtotal.row, field, found, expected: best.sum, rows: best.rows }];
      }),
    );
  }

  /** Ways to read a subtotal, the likeliest first. */
  private candidates(field: string, mark: number, end: number) {
    const above: number[] = [];
    for (let i = mark - 1; i >= 0; i--) above.push(i);
    const below: number[] = [];
    for (let i = mark + 1; i <= end; i++) below.push(i);
    const spans = [
      ...above.map((i) => [i, mark] as const),
      ...below.map((i) => [mark, i] as const),
      [0, end] as const,
    ];
    const filled = spans.filter(([from, to]) => this.marks[to]!.at > this.marks[from]!.at);
    const whole = this.marks[mark]!.at === this.count || this.marks[mark]!.at === 0;
    const ordered = whole ? [[0, end] as const, ...filled] : filled;
    return (ordered.length === 0 ? [[0, end] as const] : ordered).map(([from, to]) => ({
      sum: this.marks[to]!.sums[field]! - this.marks[from]!.sums[field]!,
      rows: this.span(from, to),
    }));
  }

  private span(from: number, to: number): string {
    if (from === 0 && this.marks[to]!.at === this.count) return `${this.firstRow}–${this.lastRow}`;
    return `${Math.max(this.marks[from]!.row + 1, this.firstRow)}–${this.marks[to]!.row - 1}`;
  }

  private mark(row: number): void {
    this.marks.push({ sums: { ...this.sums }, at: this.count, row });
  }
}
