import { isIsoDate } from '../../core/dates.js';
import {
  type Calendar,
  firstDay,
  isMonth,
  type Month,
  monthOfDate,
  previousMonth,
} from '../../core/period.js';
import { addRow, type RowRun, rowRun } from '../../core/row-runs.js';
import { castDate, castMonthFirst } from '../cast/date.js';
import { valueIn } from '../cast/types.js';
import { type DataRecord, indexOf } from '../data-record.js';
import type { Recognition } from '../header/recognise.js';
import type { Setting } from '../lines/setting.js';
import type { TableFindings } from '../table/table-findings.js';
import type { SheetRow } from '../table-context.js';

/** Rows that are looked at to tell whether a list is carried on: it begins with its oldest. */
const LOOKED_AT = 60;
/** Days of earlier months: one or two may be slips, or reported late. */
const ENOUGH = 3;
/** Runs of rows that a finding names. */
const MOST_NAMED = 5;

interface By {
  readonly calendar: Calendar;
  readonly cutoff: number;
  readonly below: () => readonly SheetRow[];
}

/**
 * The days of a month's list of visits that lie before the month. Where the list is carried on from
 * one month to the next, its rows of earlier days were reported in theirs and are left out; where
 * no day at all lies in the month, or behind it, it is asked whether the list is this month's.
 */
export class EarlierVisits {
  private readonly field: string;
  private readonly at: number;
  private readonly period: Month;
  private readonly firstDay: string;
  private readonly monthOf: (day: string) => Month;
  private readonly dayOf: (row: SheetRow) => string | null;
  /** Rows of earlier days are left out. */
  private readonly isCarriedOn: boolean;
  private readonly runs: RowRun[] = [];
  private count = 0;
  private isAny = false;
  private first = '';
  private last = '';

  /** Null for what is no month's list of visits with their days in one column. */
  static of(found: Recognition, { verdict, days }: Setting, by: By): EarlierVisits | null {
    const { layout, fields, splitDate, period } = found;
    const field = layout.layout === 'list' ? layout.form.list?.identity?.visits : undefined;
    const column = fields.get(field ?? '');
    const { state, month, stated } = verdict;
    if (field === undefined || column === undefined || splitDate?.first === column) return null;
    if (period !== undefined || days !== undefined || state !== 'read') return null;
    return month === null || !isMonth(stated ?? '')
      ? null
      : new EarlierVisits(found, field, month, by);
  }

  private constructor(found: Recognition, field: string, period: Month, by: By) {
    const { calendar, cutoff } = by;
    const column = found.fields.get(field)!;
    const cast = found.monthsFirst?.has(field) ? castMonthFirst : castDate;
    this.field = field;
    this.at = indexOf(found.layout, field)!;
    this.period = period;
    this.firstDay = firstDay(period, calendar, cutoff);
    this.monthOf = (day) => monthOfDate(day, calendar, cutoff);
    this.dayOf = ({ values }) => isoOf(valueIn(cast(values[column] ?? null)));
    this.isCarriedOn = this.goesBack(by.below());
  }

  /**
   * Several rows are of months before the last one, and not all of one month. A year back to the
   * month is a slip in January, or last year's list.
   */
  private goesBack(rows: readonly SheetRow[]): boolean {
    const before = previousMonth(this.period);
    const months = new Set<Month>();
    let far = 0;
    for (const row of rows.slice(0, LOOKED_AT)) {
      const day = this.dayOf(row);
      if (day === null || day >= this.firstDay) continue;
      const month = this.monthOf(day);
      if (month.slice(5) === this.period.slice(5)) continue;
      months.add(month);
      if (month < before) far++;
    }
    return far >= ENOUGH && months.size > 1;
  }

  /** The month of a row that is left out for its day; null for one that is not. */
  monthBefore(row: SheetRow): Month | null {
    const day = this.isCarriedOn ? this.dayOf(row) : null;
    return day === null || day >= this.firstDay ? null : this.monthOf(day);
  }

  /** A row that is left out. */
  leaveOut(row: SheetRow): void {
    this.note(row.number, this.dayOf(row)!);
  }

  /** A row that counts. */
  look(row: number, record: DataRecord): void {
    if (this.isCarriedOn || this.isAny) return;
    const day = record[this.at];
    if (typeof day !== 'string') return;
    if (day < this.firstDay) this.note(row, day);
    else this.isAny = true;
  }

  private note(row: number, day: string): void {
    this.count++;
    if (this.runs.length <= MOST_NAMED) addRow(this.runs, row);
    if (this.first === '' || day < this.first) this.first = day;
    if (day > this.last) this.last = day;
  }

  /** Tells the rows that were left out, or that no day lies in the month. */
  end(findings: TableFindings): void {
    const { field, count, period, first, last, runs, isCarriedOn } = this;
    if (count === 0 || (!isCarriedOn && (this.isAny || count < ENOUGH))) return;
    const named = runs.map(rowRun);
    const rows = [...named.slice(0, MOST_NAMED), ...(named.length > MOST_NAMED ? ['…'] : [])];
    const told = rows.join(', ');
    findings.atField({ row: runs[0]!.first, field, node: null }, 'CCDS-S29', {
      field,
      count,
      period,
      first,
      last,
      rows: isCarriedOn ? told : '',
      counted: isCarriedOn ? '' : told,
    });
  }
}

function isoOf(value: unknown): string | null {
  return typeof value === 'string' && isIsoDate(value) ? value : null;
}
