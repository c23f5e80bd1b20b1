import { cellAddress, columnLetters } from '../../core/address.js';
import { type FoundPeriod, findPeriods } from '../../core/period-text.js';
import { type Setting, settingOf } from '../lines/setting.js';
import type { SheetLines } from '../lines/sheet-lines.js';
import type { SheetContext } from '../sheet-context.js';
import type { Tell } from '../sheet-findings.js';
import { isRead, setApart } from '../table/months-apart.js';
import type { DownHeader, Heading } from './header.js';

/** One of several columns of counts, and what its own month makes of it. */
export interface MonthColumn {
  readonly heading: Heading;
  readonly setting: Setting;
  /** Not read: see `setApart`. */
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
  return setApart(columns);
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
