import { cellAddress } from '../../core/address.js';
import { parseDate } from '../../core/dates.js';
import { memo, memoText } from '../../core/memo.js';
import { type Calendar, type Month, monthOfDate } from '../../core/period.js';
import { type FoundPeriod, findPeriods, periodOf } from '../../core/period-text.js';
import { fold, foldAccents } from '../../core/text.js';
import { NO_DATED_NAMES } from '../../geography/dated-names.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import type { PeriodStatement } from '../cells/stated-period.js';
import type { SheetContext } from '../sheet-context.js';
import type { SheetRow } from '../table-context.js';
import type { CompiledLayout } from './compile.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKeys, withoutStars } from './header-text.js';
import type { Recognition } from './recognise.js';

/** `Số thành viên tháng 9/2024`: a heading, and the month or day behind it. */
interface DatedHeading {
  readonly keys: readonly string[];
  /** Folded. */
  readonly tail: string;
  /** `đến tháng 9`: since when is not said. */
  readonly isUntil: boolean;
}

/** When a month of reporting ends. */
export interface MonthEnd {
  readonly calendar: Calendar;
  readonly cutoff: number;
}

/** `Số hộ được hỗ trợ tháng 9/2024 (hộ)`. */
const MEASURED = /\s*\((?:người|hộ|tổ|tài khoản|tk|cơ sở|ấp|khóm|thôn|đơn vị)\)$/u;
const BOUND = /[ ,:(–-]+/g;
const LED =
  /^(?:(?:trong|cua|tinh|den|het|ngay|ky|tai|thoi diem|so lieu|bao cao|cap nhat|lay|co|th|thuc hien|ket qua|kq|phat sinh) )+/;
const UNTIL = /(?:^| )den /;
const UNCLOSED = /\(([^()]*)$/;
const LABEL = 'ky bao cao ';

/** The heading with the longest month or day behind it; what leads up to that is of neither. */
const datedHeading = memoText((text: string): DatedHeading | null => {
  const written = withoutStars(fold(text)).trim().replace(MEASURED, '');
  const folded = foldAccents(written);
  if (!/\d\)?$/.test(folded)) return null;
  for (const { index, 0: gap } of folded.matchAll(BOUND)) {
    const behind = folded.slice(index + gap.length).replace(/\)$/, '');
    const tail = behind.replace(LED, '');
    // `202409` alone may be a count of the row below a heading.
    if (/^\d+$/.test(tail) || (dayOf(tail) === null && monthIn(tail) === null)) continue;
    const isUntil = UNTIL.test(behind.slice(0, behind.length - tail.length));
    return { keys: headerKeys(headOf(written.slice(0, index))), tail, isUntil };
  }
  return null;
});

/** `Số thành viên (người`: what a parenthesis says with the period is part of the heading. */
function headOf(text: string): string {
  return text.replace(UNCLOSED, ', $1');
}

/** The month that a text is, and nothing else. */
function monthIn(text: string, cutoff?: number): FoundPeriod | null {
  if (!/[a-z]|20\d\d/.test(text)) return null;
  const [found, ...more] = findPeriods(`${LABEL}${text}`, 'line', cutoff);
  if (found === undefined || more.length > 0 || !isOneMonth(found)) return null;
  return found.text === text || found.text === `${LABEL}${text}` ? found : null;
}

/** A month, and no longer period. */
function isOneMonth({ part, strength }: FoundPeriod): boolean {
  return /^\d\d$/.test(part) && strength !== 'odd';
}

/** True for a heading that is a month, and says nothing else. */
export function isMonth(text: string): boolean {
  return monthIn(foldAccents(fold(text)).trim()) !== null;
}

/** The month or day that a heading is or ends with, folded; null for none. */
export function monthOfHeading(text: string): string | null {
  const folded = foldAccents(fold(text)).trim();
  return monthIn(folded) === null ? (datedHeading(text)?.tail ?? null) : folded;
}

/** The month that a heading is or ends with; null for none, or a day. */
export const headingMonth = memoText((text: string): FoundPeriod | null => {
  const said = monthOfHeading(text);
  return said === null ? null : monthIn(said);
});

/** The day that a heading is or ends with, ISO; null for none. */
export const headingDay = memoText((text: string): string | null => {
  const folded = foldAccents(fold(text)).trim();
  return dayOf(folded.replace(LED, '')) ?? dayOf(datedHeading(text)?.tail ?? '');
});

/** `9 tháng năm 2024`: nine months, not the ninth of May. */
const SO_MANY_MONTHS = /^\d{1,2} thang nam \d{4}$/;

/** The day that a text is, ISO. */
function dayOf(text: string): string | null {
  if (SO_MANY_MONTHS.test(text)) return null;
  const read = parseDate(text);
  const isDay = 'date' in read && read.date.length === 10 && read.repaired === undefined;
  return isDay ? read.date : null;
}

/** What stands behind a heading states a month; a day after the cut-off may do so of two. */
function statedBy(tail: string, { calendar, cutoff }: MonthEnd) {
  const found = monthIn(tail, cutoff);
  const day = dayOf(tail);
  if (day === null) return found === null ? null : { found };
  const ends = found === null ? [] : [periodOf(found)!];
  const months = [...ends, monthOfDate(day, calendar, cutoff), day.slice(0, 7) as Month];
  const [month, or] = new Set(months);
  const [year, part] = month!.split('-') as [string, string];
  const stated: FoundPeriod = { year: Number(year), part, strength: 'stated', text: tail };
  return { found: stated, ...(or && { or }) };
}

/** What the heading of a column says without the period that it ends with, whole or its lower rows. */
const datedReadings = memo(({ texts, readings }: HeaderColumn): readonly DatedHeading[] =>
  readings.length === 0
    ? []
    : texts.flatMap((_, i) => datedHeading(texts.slice(i).join(' ')) ?? []),
);

/** True for a heading with a month or day behind it. */
export function isDated(column: HeaderColumn): boolean {
  return datedReadings(column).length > 0;
}

/** What was done in the period is not what was done until a month or day: that may be the running total. */
function datedAs(field: string, column: HeaderColumn, layout: CompiledLayout) {
  return readingsAs(field, column, layout).find(
    ({ isUntil }) => !isUntil || !layout.flows.has(field),
  );
}

function readingsAs(field: string, column: HeaderColumn, { headings }: CompiledLayout) {
  return datedReadings(column).filter(({ keys }) =>
    keys.some((key) => headings.get(key) === field),
  );
}

/** The columns that are headed as a field with a period behind it. */
export function datedColumns(
  field: string,
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
): readonly HeaderColumn[] {
  return columns.filter((one) => datedAs(field, one, layout) !== undefined);
}

/** Of columns that are headed as a field with a period behind it those of the period that another column of the table is of. */
export function datedAlike(
  field: string,
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
  [other, own]: readonly [field: string, column: HeaderColumn],
): readonly HeaderColumn[] {
  const dated = datedAs(other, own, layout);
  if (dated === undefined) return [];
  return datedColumns(field, columns, layout).filter((one) =>
    isSamePeriod(datedAs(field, one, layout)!.tail, dated.tail),
  );
}

/** `tháng 9` is `tháng 9/2024` beside it. */
function isSamePeriod(one: string, other: string): boolean {
  if (one === other) return true;
  const [its, own] = [monthIn(one), monthIn(other)];
  if (its === null || own === null || its.part !== own.part) return false;
  return its.year === null || own.year === null || its.year === own.year;
}

/** Those of a flow until a month or day, which nobody knows since when they are. */
export function untilColumns(
  field: string,
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
): readonly HeaderColumn[] {
  if (!layout.flows.has(field)) return [];
  return columns.filter((one) => readingsAs(field, one, layout).some(({ isUntil }) => isUntil));
}

/**
 * Columns of several periods, of which only people know which one is meant: of a field that is
 * missing, or headed with a star. None where there are no two of one field.
 */
export function ofSeveralPeriods(
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
  missing: readonly string[],
): readonly HeaderColumn[] {
  const dated = columns.filter(isDated);
  if (dated.length < 2 || missing.length === 0) return [];
  const ofField = (id: string) => {
    const own = datedColumns(id, dated, layout);
    return missing.includes(id) ? own : own.filter(({ text }) => text !== withoutStars(text));
  };
  return [...layout.byId.keys()].map(ofField).find(({ length }) => length > 1) ?? [];
}

/** True where a field's heading states another month than this one. */
export function isOfAnotherMonth(
  field: string,
  column: HeaderColumn,
  layout: CompiledLayout,
  ends: MonthEnd,
  month: Month,
): boolean {
  const dated = datedAs(field, column, layout);
  const stated = dated && statedBy(dated.tail, ends);
  if (!stated) return false;
  const { part, year } = stated.found;
  const isOwn = part === month.slice(5) && (year === null || String(year) === month.slice(0, 4));
  return !isOwn && stated.or !== month;
}

/**
 * The periods that the headings of starred columns state, which must be the sheet's: behind the
 * heading, or above it (`Kết quả tháng 9/2024` over `Mức 1 | Mức 2`).
 * @param rows the header's
 */
export function headingPeriods(
  tables: readonly Recognition[],
  columns: readonly HeaderColumn[],
  rows: readonly SheetRow[],
  context: Pick<SheetContext, 'calendar' | 'cutoff' | 'datedNames'>,
): readonly PeriodStatement[] {
  return tables.flatMap(({ fields, layout }) =>
    layout.required.flatMap((id): PeriodStatement[] => {
      const own = columns.find(({ column }) => column === fields.get(id));
      if (own === undefined) return [];
      const dated = datedAs(id, own, layout);
      const stated = dated && statedBy(dated.tail, context);
      if (!stated) return statedAbove(own, rows, context);
      return [{ ...stated, from: 'column', cell: cellAddress(own.column, rows[own.row]!.number) }];
    }),
  );
}

/** The month that a heading above a column's own states. */
function statedAbove(
  { column, texts }: HeaderColumn,
  rows: readonly SheetRow[],
  { datedNames = NO_DATED_NAMES, cutoff }: Pick<SheetContext, 'cutoff' | 'datedNames'>,
): PeriodStatement[] {
  return texts.slice(0, -1).flatMap((text): PeriodStatement[] => {
    const [found, ...more] = datedNames.findPeriods(text, 'line', cutoff);
    if (found === undefined || more.length > 0 || !isOneMonth(found) || found.aside) return [];
    return [{ found, from: 'column', cell: cellOf(text, column, rows) }];
  });
}

/** Where a heading stands that is merged or spread over a column: there, or to its left. */
function cellOf(text: string, column: number, rows: readonly SheetRow[]): string {
  for (const { number, values } of rows) {
    const left = values.slice(0, column + 1).findLastIndex((value) => !isBlank(value));
    if (left >= 0 && cellText(values[left]) === text) return cellAddress(left, number);
  }
  return cellAddress(column, rows[0]!.number);
}
