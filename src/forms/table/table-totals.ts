import { getOrMake, memo } from '../../core/memo.js';
import type { Value } from '../../core/value.js';
import type { Node } from '../../geography/types.js';
import { castCount } from '../cast/count.js';
import { castBelow } from '../cast/index.js';
import { type Cast, valueIn } from '../cast/types.js';
import { cellText } from '../cells/cell-text.js';
import { isTotalText } from '../cells/row-kind.js';
import { statedInText } from '../cells/stated-in-text.js';
import type { DataRecord } from '../data-record.js';
import type { Recognition } from '../header/recognise.js';
import type { SheetRow } from '../table-context.js';
import { type Imbalance, Subtotals, type UnitSum } from './subtotals.js';

/** A column whose sum a subtotal row can state: counts; in a list, marks and the rows. */
interface Summed {
  readonly id: string;
  readonly column: number;
  /** All columns of which it is the sum, where these are several. */
  readonly columns?: readonly number[];
  /** Where its value stands in a record. */
  readonly at: number;
  readonly what: 'count' | 'mark' | 'rows';
  readonly cast: (raw: Value) => Cast;
}

/** The numbers of a row, in the order of the columns summed. */
export type Numbers = readonly (number | null)[];

/** What a subtotal states that nothing bears out; `column` where that is not the field's own. */
interface Untrue extends Imbalance {
  readonly column?: number;
}

/** What a table's subtotal rows state, and what its rows add up to. */
export class TableTotals {
  private readonly columns: readonly Summed[];
  private readonly subtotals: Subtotals;
  private readonly isList: boolean;
  private readonly scratch: number[] = [];
  /** By the subtotal's row, the column of the text that states the number of rows. */
  private readonly inTexts = new Map<number, number>();
  /** What the rows say of each hamlet, but for those since the last of another one. */
  private readonly units = new Map<Node, UnitSum>();
  /** The hamlet of the row before, its first row since one of another, and the sums before that. */
  private hamlet: Node | null = null;
  private firstRow = 0;
  private readonly before: number[] = [];
  private lastRow = 0;
  /** Those of the columns summed. */
  readonly fields: readonly string[];

  constructor(found: Recognition) {
    this.isList = found.layout.layout === 'list';
    this.columns = summedIn(found);
    this.fields = this.columns.map(({ id }) => id);
    this.subtotals = new Subtotals(this.fields);
  }

  /** A data row; of one that was refused, what its cells say. */
  add(row: SheetRow, record: DataRecord | null, hamlet: Node | null): void {
    const numbers = record === null ? this.saidBy(row) : this.counted(record, row);
    if (hamlet !== this.hamlet) this.turnTo(hamlet, row.number);
    this.lastRow = row.number;
    this.subtotals.add(row.number, numbers);
  }

  /** Rows of one hamlet follow each other: what they add up to is taken where another's begin. */
  private turnTo(hamlet: Node | null, row: number): void {
    const { running } = this.subtotals;
    if (this.hamlet !== null) this.settle(this.hamlet, running);
    this.hamlet = hamlet;
    this.firstRow = row;
    for (let i = 0; i < running.length; i++) this.before[i] = running[i]!;
  }

  private settle(hamlet: Node, running: readonly number[]): void {
    const unit = getOrMake(this.units, hamlet, () => this.nothingOf());
    unit.last = this.lastRow;
    for (let i = 0; i < running.length; i++) unit.sums[i]! += running[i]! - this.before[i]!;
  }

  private nothingOf(): UnitSum {
    return { first: this.firstRow, last: this.lastRow, sums: this.columns.map(() => 0) };
  }

  /** A row that is crossed out: it is not counted, but a subtotal may sum it. */
  leaveOut(row: SheetRow, record: DataRecord | null): void {
    this.subtotals.leaveOut(record === null ? this.saidBy(row) : this.counted(record, row));
  }

  /** Of a tally's row that was added no unit is known: it may be none's. */
  doubt(row: SheetRow): void {
    this.subtotals.doubt(row.number, this.numbersOf(row));
  }

  /** The same array each time: a million rows pass here. */
  private counted(record: DataRecord, { values }: SheetRow): Numbers {
    const { columns, scratch } = this;
    for (let i = 0; i < columns.length; i++) {
      const { at, what, columns: parts } = columns[i]!;
      if (parts === undefined) scratch[i] = what === 'rows' ? 1 : summandOf(record[at]);
      else scratch[i] = sumOf(numbersIn(values, parts)) ?? 0;
    }
    return scratch;
  }

  /** What the cells of a row that was refused say: its ticks count, as they do where it is none. */
  private saidBy(row: SheetRow): Numbers {
    const numbers = this.numbersOf(row);
    return this.columns.map(({ column, what, cast }, i) =>
      what === 'mark' ? Number(valueIn(cast(row.values[column] ?? null)) === true) : numbers[i]!,
    );
  }

  /** The numbers that a row states, as counts are read; those that are none are left out. */
  numbersOf({ values }: SheetRow): Numbers {
    return this.columns.map((one) =>
      one.what === 'rows' && this.isList
        ? 1
        : sumOf(numbersIn(values, one.columns ?? [one.column])),
    );
  }

  /** The numbers of a subtotal row: in a list also that of its own text (`Cộng: 12 người`). */
  statedBy({ number, values }: SheetRow): Numbers {
    return this.columns.map(({ column, columns = [column], what }) => {
      const parts = numbersIn(values, columns);
      const own = parts.includes(null) ? null : sumOf(parts);
      return own === null && what === 'rows' ? this.statedInText(number, values) : own;
    });
  }

  /** The number in the text that calls a list's row a total, or leads it. */
  private statedInText(row: number, values: readonly Value[]): number | null {
    const texts = values.map(cellText);
    const called = texts.findIndex((text) => isTotalText(text) && /\d/.test(text));
    const column = called < 0 ? texts.findIndex((text) => /\p{L}/u.test(text)) : called;
    if (column < 0) return null;
    this.inTexts.set(row, column);
    return statedInText(texts[column]!);
  }

  mark(row: number): number {
    return this.subtotals.mark(row);
  }

  /** The rows of another commune begin with this one. */
  begin(row: number): void {
    this.subtotals.begin(row - 1);
  }

  /** The next subtotal stands among the rows of the commune in hand. */
  markBegun(): void {
    this.subtotals.markBegun();
  }

  state(row: number, numbers: Numbers, head?: number): void {
    this.subtotals.state(row, numbers, head);
  }

  /** A subtotal row that names a hamlet; of one without rows of its own it is like any other. */
  stateOf(hamlet: Node, row: number, numbers: Numbers): void {
    this.turnTo(null, row);
    const unit = this.units.get(hamlet);
    if (unit === undefined) this.state(row, numbers);
    else this.subtotals.stateOf(unit, row, numbers);
  }

  addNumbers(row: number, numbers: Numbers): void {
    this.turnTo(null, row);
    this.subtotals.add(row, numbers);
  }

  balancesAbove(numbers: Numbers): boolean {
    return numbers.some((n) => n !== null && n > 0) && this.subtotals.balancesAbove(numbers);
  }

  imbalances(): readonly Untrue[] {
    this.turnTo(null, 0);
    const name = this.columns.find(({ what }) => what === 'rows')?.id;
    return this.subtotals.imbalances().map((one) => {
      const column = one.field === name ? this.inTexts.get(one.row) : undefined;
      return column === undefined ? one : { ...one, column };
    });
  }
}

const summedIn = memo(({ layout, fields, byWords, added }: Recognition): readonly Summed[] =>
  layout.fields.flatMap((field, at): Summed[] => {
    const { id, type } = field;
    const cast = castBelow(field, '');
    const column = fields.get(id);
    if (column === undefined || column === byWords?.column) return [];
    const isName = id === layout.required[0] && layout.layout === 'list';
    if (isName) return [{ id, column, at, what: 'rows', cast }];
    if (type !== 'count' && type !== 'mark') return [];
    const columns = added?.get(id);
    return [{ id, column, at, what: type, cast, ...(columns && { columns }) }];
  }),
);

function summandOf(value: DataRecord[number] | undefined): number {
  if (typeof value === 'number') return value;
  return value === true ? 1 : 0;
}

function numbersIn(values: readonly Value[], columns: readonly number[]): Numbers {
  return columns.map((column) => numberOf(values[column]));
}

/** Of those that there are; null where there are none. */
function sumOf(numbers: Numbers): number | null {
  const said = numbers.filter((one) => one !== null);
  return said.length === 0 ? null : said.reduce((sum, one) => sum + one, 0);
}

function numberOf(value: Value | undefined): number | null {
  const number = value === undefined ? null : valueIn(castCount(value));
  return typeof number === 'number' ? number : null;
}
