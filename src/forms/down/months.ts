import { cellAddress, columnLetters } from '../../core/address.js';
import { type FoundPeriod, findPeriods } from '../../core/period-text.js';
import { type Setting, settingOf } from '../lines/setting.js';
import type { SheetLines } from '../lines/sheet-lines.js';
import type { SheetContext } from '../sheet-context.js';
import type { Tell } from '../sheet-findings.js';
import type { DownHeader, Heading } from './header.js';

/** One of several columns of counts, and what its own month makes of it. */
export interface MonthColumn {
  readonly heading: Heading;
  readonly setting: Setting;
  /** Of another month than is asked for, or than the sheet's lines state where another fits them. */
  readonly isAside: boolean;
}

/** The columns of a header whose counts are of a month each (contract, Periods). */
export function monthColumns(
  { values }: DownHeader,
  context: SheetContext,
  lines: SheetLines,
): readonly MonthColumn[] {
  const columns = values.map((heading) => {
    const [cell, found] = [cellOf(heading), monthIn(heading)!];
    const statement = { found, from: 'column', cell } as const;
    return { heading, setting: settingOf(context, lines, undefined, [statement]) };
  });
  const isContrary = ({ setting: { verdict } }: (typeof columns)[number]) =>
    verdict.state === 'rejected';
  const fits = columns.some((column) => !isContrary(column));
  return columns.map((column) => {
    const isOther = column.setting.verdict.state === 'other-period';
    return { ...column, isAside: isOther || (fits && isContrary(column)) };
  });
}

/** The columns that are read. Where none is, one of them stands for the sheet. */
export function columnsTaken(columns: readonly MonthColumn[]): readonly MonthColumn[] {
  const own = columns.filter(({ isAside }) => !isAside);
  if (own.length > 0) return isRead(own[0]!) ? own : own.slice(-1);
  return columns.filter(({ setting: { verdict } }) => verdict.state === 'other-period').slice(-1);
}

function isRead({ setting: { verdict } }: MonthColumn): boolean {
  return verdict.state === 'read';
}

/** True where it is known of which month each column is that would be read. */
export function areKnown(columns: readonly MonthColumn[]): boolean {
  return columns.every((one) => !isRead(one) || one.setting.verdict.month !== null);
}

/** CCDS-P02 at the heading of each column that is left aside where another is read. */
export function tellAside(
  tell: Tell,
  columns: readonly MonthColumn[],
  wanted: string | null,
): void {
  const read = columns.find((one) => !one.isAside && isRead(one));
  if (read === undefined) return;
  for (const { heading, isAside } of columns) {
    if (!isAside) continue;
    const args = {
      stated: statedBy(heading),
      wanted: wanted ?? read.setting.verdict.stated ?? '',
      column: columnLetters(heading.column),
    };
    tell('CCDS-P02', heading.row, args, cellOf(heading));
  }
}

/**
 * True where several columns are plainly of a month each: no two of the same, all with their
 * year or none; and, where there is a column of running totals, it is behind the last of them.
 */
export function areOfMonths(headings: readonly Heading[], running: Heading | undefined): boolean {
  const found = headings.map(monthIn);
  if (found.some((one) => one === null)) return false;
  const months = found.map((one) => `${one!.year ?? ''}-${one!.part}`);
  const isDated = new Set(found.map((one) => one!.year === null)).size === 1;
  if (!isDated || new Set(months).size < months.length) return false;
  if (running === undefined) return true;
  return (
    months.every((one, i) => i === 0 || months[i - 1]! < one) &&
    running.column > headings.at(-1)!.column
  );
}

function monthIn({ text }: Heading): FoundPeriod | null {
  const [found, ...more] = findPeriods(text, 'line');
  const isMonth = found?.strength === 'stated' && !found.aside && /^\d\d$/.test(found.part);
  return isMonth && more.length === 0 ? found : null;
}

/** The month as a period, or as it is written without its year. */
function statedBy(heading: Heading): string {
  const { year, part, text } = monthIn(heading)!;
  return year === null ? text.toLowerCase() : `${year}-${part}`;
}

function cellOf({ column, row }: Heading): string {
  return cellAddress(column, row);
}
