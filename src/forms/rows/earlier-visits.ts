import {
  type Calendar,
  firstDay,
  isMonth,
  type Month,
  monthOfDate,
  previousMonth,
} from '../../core/period.js';
import { addRow, type RowRun, rowRun } from '../../core/row-runs.js';
import { type DataRecord, indexOf } from '../data-record.js';
import type { Recognition } from '../header/recognise.js';
import type { Setting } from '../lines/setting.js';
import type { TableFindings } from '../table/table-findings.js';

/** Days of earlier months: one or two may be slips, or reported late. */
const ENOUGH = 3;
/** Runs of rows that a finding names. */
const MOST_NAMED = 5;

interface By {
  readonly calendar: Calendar;
  readonly cutoff: number;
}

/**
 * CCDS-S29: the days of a month's list of visits that lie before the month. The rows count, but it is
 * asked whether the list is carried on from one month to the next, or, where no day at all lies in
 * the month or behind it, whether it is this month's.
 */
export class EarlierVisits {
  private readonly field: string;
  private readonly at: number;
  private readonly period: Month;
  private readonly lastMonth: Month;
  private readonly firstDay: string;
  private readonly monthOf: (day: string) => Month;
  private readonly runs: RowRun[] = [];
  private count = 0;
  private first = '';
  private last = '';
  /** Rows with a day, whichever. */
  private dated = 0;
  /** Rows of earlier months, those of months before the last one, and which months these are. */
  private earlier = 0;
  private far = 0;
  private readonly months = new Set<Month>();

  /** Null for what is no month's list of visits. */
  static of(found: Recognition, { verdict, days }: Setting, by: By): EarlierVisits | null {
    const { layout, fields, period } = found;
    const field = layout.layout === 'list' ? layout.form.list?.identity?.visits : undefined;
    if (field === undefined || !fields.has(field)) return null;
    const { state, month, stated } = verdict;
    if (period !== undefined || days !== undefined || state !== 'read') return null;
    return month === null || !isMonth(stated ?? '')
      ? null
      : new EarlierVisits(found, field, month, by);
  }

  private constructor(found: Recognition, field: string, period: Month, by: By) {
    const { calendar, cutoff } = by;
    this.field = field;
    this.at = indexOf(found.layout, field)!;
    this.period = period;
    this.lastMonth = previousMonth(period);
    this.firstDay = firstDay(period, calendar, cutoff);
    this.monthOf = (day) => monthOfDate(day, calendar, cutoff);
  }

  /** A row of data. */
  look(row: number, record: DataRecord): void {
    const day = record[this.at];
    if (typeof day !== 'string') return;
    this.dated++;
    if (day < this.firstDay) this.note(row, day);
  }

  private note(row: number, day: string): void {
    this.count++;
    if (this.runs.length <= MOST_NAMED) addRow(this.runs, row);
    if (this.first === '' || day < this.first) this.first = day;
    if (day > this.last) this.last = day;
    this.noteMonth(this.monthOf(day));
  }

  /** A year back to the month is a slip in January, or last year's list. */
  private noteMonth(month: Month): void {
    if (month.slice(5) === this.period.slice(5)) return;
    this.months.add(month);
    this.earlier++;
    if (month < this.lastMonth) this.far++;
  }

  /** A third of the rows or more are of earlier months, two of them of months before the last one. */
  private get isCarriedOn(): boolean {
    const { months, far, earlier, dated } = this;
    return months.size > 1 && far > 1 && earlier >= Math.max(ENOUGH, dated / 3);
  }

  /** Tells a list that is carried on (rows of several months), and one of which no day lies in the month. */
  end(findings: TableFindings): void {
    const { field, count, period, first, last, runs } = this;
    const isAny = count < this.dated;
    if (count < ENOUGH || (isAny && !this.isCarriedOn)) return;
    const named = runs.map(rowRun);
    const rows = [...named.slice(0, MOST_NAMED), ...(named.length > MOST_NAMED ? ['…'] : [])];
    const told = rows.join(', ');
    findings.atField({ row: runs[0]!.first, field, node: null }, 'CCDS-S29', {
      field,
      count,
      period,
      first,
      last,
      rows: isAny ? told : '',
      none: isAny ? '' : told,
    });
  }
}
