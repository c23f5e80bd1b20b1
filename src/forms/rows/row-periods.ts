import { cellAddress } from '../../core/address.js';
import { isIsoDate } from '../../core/dates.js';
import { memoText } from '../../core/memo.js';
import { type Calendar, type Month, monthOfDate, type Period } from '../../core/period.js';
import { findPeriods } from '../../core/period-text.js';
import { CalendarDate, MonthDate, type Value } from '../../core/value.js';
import { castDate } from '../cast/date.js';
import { CASTS } from '../cast/index.js';
import { valueIn } from '../cast/types.js';
import { cellText } from '../cells/cell-text.js';
import { hasText, isBlank } from '../cells/filled.js';
import { type MergedBlocks, type MergedRange, mergedBlocks } from '../cells/merged-blocks.js';
import {
  type OtherPeriod,
  type PeriodProblem,
  type PeriodVerdict,
  settlePeriod,
} from '../cells/stated-period.js';
import { isMonth } from '../header/dated-heading.js';
import type { PeriodColumn } from '../header/period-column.js';
import { type Tell, tellCoded } from '../sheet-findings.js';
import type { SheetRow } from '../table-context.js';
import { isDitto } from './ditto.js';

/** What a cell says of its row's period. */
type Said = PeriodVerdict;

/** Rows of one other period. */
interface Other {
  readonly said: OtherPeriod;
  readonly rows: number[];
  count: number;
}

/** Rows that a finding names. */
const NAMED = 5;

/**
 * Rows of a table that each state a period of their own (contract, Periods): those of another one
 * than the run's are set aside, those that state none are of the sheet's. In a sheet of another
 * period only those are read that state the run's. A ditto mark is as above; so is a blank in a
 * list, in a tally only within merged cells.
 */
export class RowPeriods {
  private readonly at: PeriodColumn;
  private readonly isList: boolean;
  private readonly blocks: MergedBlocks;
  private readonly tell: Tell;
  private readonly settle: (text: string) => Said | null;
  /** What rows are that state none, where the sheet states no period of the run's. */
  readonly rest: Said | null;
  private readonly others = new Map<string, Other>();
  private above: Said | null = null;
  /** What the last head says. */
  private head: Said | null = null;
  private last: { row: number; said: Said | null } = { row: 0, said: null };
  /** The last day of a month that a row states. */
  readonly lastDayOf: (month: Month) => string | null;
  private readonly calendar: Calendar | undefined;
  private readonly cutoff: number;
  /** True once a row has stated no period. */
  isOpen = false;
  /** True once a row has stated one of the run's. */
  isRead = false;

  constructor(
    at: PeriodColumn,
    by: {
      wanted: Period;
      cutoff: number;
      calendar?: Calendar;
      isList: boolean;
      merges: readonly MergedRange[];
      rest?: Said;
      lastDayOf?: (month: Month) => string | null;
    },
    tell: Tell,
  ) {
    this.at = at;
    this.rest = by.rest ?? null;
    this.lastDayOf = by.lastDayOf ?? (() => null);
    this.calendar = by.calendar;
    this.cutoff = by.cutoff;
    const year = Number(this.rest?.stated?.slice(0, 4)) || null;
    this.settle = memoText((text) => settled(text, by.wanted, by.cutoff, year));
    this.isList = by.isList;
    this.blocks = mergedBlocks(by.merges, at.column);
    this.tell = tell;
  }

  /** What a data row states, where it is not of the run's period; tables beside ask once more. */
  strangeTo(row: SheetRow): Said | null {
    if (this.last.row !== row.number) this.last = { row: row.number, said: this.read(row) };
    const { said } = this.last;
    return said === null || said.state === 'read' ? null : said;
  }

  /** Passes by a row that was decided to be left out: what it states holds for blanks below. */
  pass(row: SheetRow): void {
    this.above = this.saidBy(row);
  }

  /** A row that is no data: it may be the head of a month's rows. */
  below(row: SheetRow): void {
    const month = this.at.ofHeads ? monthOfHead(row) : null;
    if (month !== null) this.head = this.settle(month);
  }

  private read(row: SheetRow): Said | null {
    const said = this.saidBy(row);
    this.above = said;
    if (said === null) this.isOpen = true;
    const own = this.isLeft(said) ? this.rest : said;
    if (own?.state === 'read') this.isRead = true;
    else if (own?.state === 'other-period') this.note(own, row.number);
    else if (own !== this.rest && own?.problem) this.tellAt(own.problem, row.number);
    return own;
  }

  private isLeft(said: Said | null): boolean {
    return said === null || (said.state === 'rejected' && this.isOfAnother);
  }

  /** The sheet's own period is another than the run's. */
  get isOfAnother(): boolean {
    return this.rest?.state === 'other-period';
  }

  /** What the row in hand states as its month, if that is the run's. */
  get month(): Month | null {
    const { said } = this.last;
    return said?.state === 'read' ? said.month : null;
  }

  private saidBy({ number, values }: SheetRow): Said | null {
    if (this.at.ofHeads) return this.head;
    if (this.at.ticks) return this.saidByTicks(values, this.at.ticks);
    if (this.at.ofDays) return this.saidByDay(values);
    const text = this.textOf(values[this.at.column] ?? null);
    if (isDitto(text)) return this.above;
    return hasText(text) ? this.saidIn(text, values) : this.fromAbove(number);
  }

  /** Ticked for several months it is of the run's; for none, of the sheet's own period. */
  private saidByTicks(
    values: readonly Value[],
    ticks: NonNullable<PeriodColumn['ticks']>,
  ): Said | null {
    let first: Said | null = null;
    for (const { column, month } of ticks) {
      const cell = values[column] ?? null;
      if (isBlank(cell) || CASTS.mark(cell) === false) continue;
      const said = this.settle(month);
      if (said?.state === 'read') return said;
      first ??= said;
    }
    return first;
  }

  /** A row without a day is of the sheet's own period. */
  private saidByDay(values: readonly Value[]): Said | null {
    const day = String(valueIn(castDate(values[this.at.column] ?? null)));
    if (!isIsoDate(day)) return null;
    const month = monthOfDate(day, this.calendar, this.cutoff);
    return this.settle(`${month.slice(5)}/${month.slice(0, 4)}`);
  }

  private fromAbove(row: number): Said | null {
    return this.isList || this.blocks.covers(row) ? this.above : null;
  }

  private saidIn(text: string, values: readonly Value[]): Said | null {
    const { year } = this.at;
    const isNumber = year !== null && /^\d{1,2}$/.test(text);
    const whole =
      isNumber && hasText(cellText(values[year])) ? `${text}/${cellText(values[year])}` : text;
    return this.settle(whole);
  }

  private textOf(value: Value): string {
    const isMonth =
      value instanceof MonthDate ||
      (value instanceof CalendarDate && (this.at.ofMonths || value.day === 1));
    return isMonth ? `${value.month}/${value.year}` : cellText(value);
  }

  private note(said: OtherPeriod, row: number): void {
    const key = said.problem.args.stated;
    const other = this.others.get(key) ?? { said, rows: [], count: 0 };
    this.others.set(key, other);
    other.count++;
    if (other.rows.length < NAMED) other.rows.push(row);
  }

  /** Tells which rows were set aside, once for each period; where none is read, the sheet's is told. */
  end(): void {
    if (this.isOfAnother && !this.isRead) return;
    for (const { said, rows, count } of this.others.values()) {
      const { code, args } = said.problem;
      const more = count > rows.length ? ', …' : '';
      this.tellAt({ code, args: { ...args, rows: `${rows.join(', ')}${more}` } }, rows[0]!);
    }
  }

  private tellAt(problem: PeriodProblem, row: number): void {
    tellCoded(this.tell, problem, row, cellAddress(Math.max(this.at.column, 0), row));
  }
}

/** The month that a row is headed by, if it says nothing else: `Tháng 8/2024`, `I | Tháng 8`. */
export function monthOfHead({ values }: SheetRow): string | null {
  const texts = values.map(cellText).filter(hasText);
  const text = texts.at(-1);
  if (text === undefined || texts.length > 2 || !isMonth(text)) return null;
  return texts.length === 1 || !/\p{L}{2}/u.test(texts[0]!.replace(/^[IVX]+$/, '')) ? text : null;
}

/**
 * Null where the text states none; a year alone says too little.
 * @param year of the sheet's own period, where that is not the run's
 */
function settled(text: string, wanted: Period, cutoff: number, year: number | null): Said | null {
  const found = findPeriods(`Kỳ báo cáo ${text}`, 'line', cutoff);
  const statements = found.map(
    (one) => ({ found: { ...one, year: one.year ?? year }, from: 'column' }) as const,
  );
  const said = settlePeriod(statements, wanted);
  const { code, args } = said.problem ?? {};
  const isUnstated = code === 'CCDS-P03' || (code === 'CCDS-P04' && args?.stated === '');
  return isUnstated ? null : said;
}
