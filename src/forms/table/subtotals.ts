/** A subtotal that none of the ways to read it bears out. */
export interface Imbalance {
  readonly row: number;
  readonly field: string;
  readonly found: number;
  readonly expected: number;
  /** The first and the last of the rows that were summed. */
  readonly first: number;
  readonly last: number;
}

type Expected = Pick<Imbalance, 'expected' | 'first' | 'last'>;

/** Rows in doubt that are looked at for each subtotal. */
const MOST_DOUBTFUL = 50;

/** The rows of one unit, and what they add up to. */
export interface UnitSum {
  readonly first: number;
  last: number;
  readonly sums: number[];
}

/** One subtotal row: the numbers it states, and its place among the marks. */
interface Stated {
  readonly row: number;
  /** The unit that it names as the one summed. */
  readonly unit?: UnitSum;
  readonly mark: number;
  /** It stands above the rows that it sums. */
  readonly heads: boolean;
  readonly values: readonly (number | null)[];
}

/** Running sums where a group begins or a subtotal stands. */
interface Mark {
  readonly row: number;
  /** Data rows before it. */
  readonly at: number;
  readonly sums: readonly number[];
  /** The rows before it that were left out. */
  readonly left: LeftOut;
}

/** Rows that are not counted, which a subtotal may sum all the same: how many, and their sums. */
interface LeftOut {
  readonly count: number;
  readonly sums: readonly number[];
}

/**
 * Holds subtotal rows against the rows they sum, tolerance 0. A subtotal may stand below
 * its rows or above them, and may sum a group, several groups or the whole table; it is an
 * imbalance only if no reading fits. Keeps running sums at groups and subtotals alone, and
 * looks them up by halving, so that neither rows nor subtotals cost more as they grow.
 */
export class Subtotals {
  private readonly fields: readonly string[];
  private readonly sums: number[];
  private readonly marks: Mark[] = [];
  private readonly stated: Stated[] = [];
  private readonly ofUnits: Stated[] = [];
  private readonly doubtful: { row: number; values: readonly (number | null)[] }[] = [];
  /** Where the rows of the commune in hand begin. */
  private begun: Mark | null = null;
  private left: LeftOut = { count: 0, sums: [] };
  private count = 0;
  private firstRow = 0;
  private lastRow = 0;

  constructor(fields: readonly string[]) {
    this.fields = fields;
    this.sums = fields.map(() => 0);
    this.mark(0);
  }

  /** What all rows so far add up to; it goes on with them. */
  get running(): readonly number[] {
    return this.sums;
  }

  /** A data row's numbers, none negative, in the order of the fields; null for none. */
  add(row: number, values: readonly (number | null)[]): void {
    for (let i = 0; i < this.sums.length; i++) this.sums[i]! += values[i] ?? 0;
    if (this.count === 0) this.firstRow = row;
    this.lastRow = row;
    this.count++;
  }

  /** A row that is not counted, as it is crossed out: a subtotal may sum it, or may not. */
  leaveOut(values: readonly (number | null)[]): void {
    const { count, sums } = this.left;
    const sum = this.fields.map((_, i) => (sums[i] ?? 0) + (values[i] ?? 0));
    this.left = { count: count + 1, sums: sum };
  }

  /** Of a row that was added it is not known that it belongs among those summed. */
  doubt(row: number, values: readonly (number | null)[]): void {
    if (this.doubtful.length < MOST_DOUBTFUL) this.doubtful.push({ row, values });
  }

  /** A row where a group begins; gives the mark, should the row prove to be a subtotal. */
  mark(row: number): number {
    this.marks.push(this.here(row));
    return this.marks.length - 1;
  }

  private here(row: number): Mark {
    return { row, at: this.count, sums: [...this.sums], left: this.left };
  }

  /** The rows of another commune begin below this one. */
  begin(row: number): void {
    this.begun = this.here(row);
  }

  /** The next subtotal may sum the rows of the commune in hand alone. */
  markBegun(): void {
    const { begun } = this;
    this.begun = null;
    if (begun !== null && begun.at > this.marks.at(-1)!.at) this.marks.push(begun);
  }

  /** A subtotal row with the numbers that it states, if any; `head`: the mark of a group's head. */
  state(row: number, values: readonly (number | null)[], head?: number): void {
    if (values.every((value) => value === null)) return;
    this.stated.push({ row, values, mark: head ?? this.mark(row), heads: head !== undefined });
  }

  /** A subtotal row that names the unit whose rows it sums. */
  stateOf(unit: UnitSum, row: number, values: readonly (number | null)[]): void {
    this.ofUnits.push({ row, values, mark: this.mark(row), heads: false, unit });
  }

  /** True where numbers are just those of the rows since the last mark, or of all rows. */
  balancesAbove(values: readonly (number | null)[]): boolean {
    if (values.every((value) => value === null)) return false;
    const marks = [this.marks[0]!, this.marks.at(-1)!, this.here(0)];
    return isSum(values, marks) || (this.left.count > 0 && isSum(values, marks.map(withLeftOut)));
  }

  /** Every stated number that nothing bears out. */
  imbalances(): readonly Imbalance[] {
    this.mark(this.lastRow + 1);
    const ways = [this.marks, ...(this.left.count > 0 ? [this.marks.map(withLeftOut)] : [])];
    return [...this.stated, ...this.ofUnits].flatMap((stated) =>
      this.fields.flatMap((field, i) => {
        const found = stated.values[i] ?? null;
        if (found === null || found === stated.unit?.sums[i]) return [];
        if (ways.some((marks) => fits(marks, i, stated.mark, found))) return [];
        const expected = this.expected(stated, i);
        if (found === this.withoutDoubtful(expected, i)) return [];
        return [{ row: stated.row, field, found, ...expected }];
      }),
    );
  }

  private withoutDoubtful({ expected, first, last }: Expected, field: number): number {
    const within = this.doubtful.filter(({ row }) => first <= row && row <= last);
    return within.reduce((sum, { values }) => sum - (values[field] ?? 0), expected);
  }

  private expected(stated: Stated, field: number): Expected {
    const { unit } = stated;
    if (unit !== undefined)
      return { expected: unit.sums[field]!, first: unit.first, last: unit.last };
    const [from, to] = this.likeliest(stated);
    const expected = this.marks[to]!.sums[field]! - this.marks[from]!.sums[field]!;
    return { expected, ...this.span(from, to) };
  }

  /** The rows that a subtotal most likely sums: all, else its group. */
  private likeliest(stated: Stated): readonly [from: number, to: number] {
    const { mark, heads } = stated;
    const last = this.marks.length - 1;
    const { at } = this.marks[mark]!;
    const above = lowest(this.marks, (one) => one.at >= at) - 1;
    const below = lowest(this.marks, (one) => one.at > at);
    if (stated === this.grandTotal() || (above < 0 && below > last)) return [0, last];
    return below <= last && (heads || above < 0) ? [mark, below] : [Math.max(0, above), mark];
  }

  /** The first subtotal where it stands above all rows, else the last where it is below all. */
  private grandTotal(): Stated | undefined {
    const isAt = (one: Stated, at: number) => !one.heads && this.marks[one.mark]!.at === at;
    const [first, last] = [this.stated[0]!, this.stated.at(-1)!];
    return isAt(first, 0) ? first : isAt(last, this.count) ? last : undefined;
  }

  private span(from: number, to: number): Pick<Imbalance, 'first' | 'last'> {
    const all = this.marks[from]!.at === 0 && this.marks[to]!.at === this.count;
    if (all) return { first: this.firstRow, last: this.lastRow };
    const first = Math.max(this.marks[from]!.row + 1, this.firstRow);
    return { first, last: this.marks[to]!.row - 1 };
  }
}

/** The mark as it would be, were the rows that were left out counted. */
function withLeftOut(mark: Mark): Mark {
  const { count, sums } = mark.left;
  return {
    ...mark,
    at: mark.at + count,
    sums: mark.sums.map((sum, i) => sum + (sums[i] ?? 0)),
  };
}

/** True where the values are just those of the rows from the last mark to here, or of all rows. */
function isSum(values: readonly (number | null)[], marks: readonly Mark[]): boolean {
  const [first, last, here] = marks as readonly [Mark, Mark, Mark];
  if (here.at === 0) return false;
  return [last.at < here.at ? last : null, first].some(
    (from) =>
      from !== null &&
      values.every((value, i) => value === null || here.sums[i]! - from.sums[i]! === value),
  );
}

/** True where a number at a mark is the sum of some rows above it, or of some below it. */
function fits(marks: readonly Mark[], field: number, mark: number, found: number): boolean {
  const { at, sums } = marks[mark]!;
  const above = firstWith(marks, field, sums[field]! - found);
  if (above !== null && above < mark && marks[above]!.at < at) return true;
  const below = lastWith(marks, field, sums[field]! + found);
  return below !== null && below > mark && marks[below]!.at > at;
}

/** The first mark with a running sum; sums never fall, so it is found by halving. */
function firstWith(marks: readonly Mark[], field: number, sum: number): number | null {
  const at = lowest(marks, (mark) => mark.sums[field]! >= sum);
  return marks[at]?.sums[field] === sum ? at : null;
}

function lastWith(marks: readonly Mark[], field: number, sum: number): number | null {
  const at = lowest(marks, (mark) => mark.sums[field]! > sum) - 1;
  return marks[at]?.sums[field] === sum ? at : null;
}

function lowest(marks: readonly Mark[], holds: (mark: Mark) => boolean): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(marks[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
