import { memo } from '../../core/memo.js';
import { fold } from '../../core/text.js';
import { isMonth } from './dated-heading.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKeys } from './header-text.js';

/** Where each row says of which period it is. */
export interface PeriodColumn {
  /** 0-based, as is that of the year. */
  readonly column: number;
  /** Beside `Tháng`, where it is headed `Năm`. */
  readonly year: number | null;
  /** Headed as a month: a date in it stands for its month, whatever its day. */
  readonly ofMonths: boolean;
  /** A column a month (`T7 | T8 | T9`), each ticked for what was done in it. */
  readonly ticks?: readonly { readonly column: number; readonly month: string }[];
  /** No column: heads of rows that are a month's name alone say it for those below. */
  readonly ofHeads?: true;
  /** The days of visits, in a list of a whole year's: each row is of the month that its day lies in. */
  readonly ofDays?: true;
}

const HEADING =
  /^(?:ky|thang)(?: (?:bao cao|bc|so lieu|ho tro|huong dan|thuc hien))?$|^(?:thang nam bao cao|ky bao cao thang|reporting period)$/;

const keysOf = memo(({ texts }: HeaderColumn) => headerKeys(texts.join(' ')));

function isHeaded(column: HeaderColumn): boolean {
  // `Ký` is where somebody signs.
  const isSigned = (key: string) => key === 'ky' && !fold(column.text).includes('kỳ');
  return keysOf(column).some((key) => HEADING.test(key) && !isSigned(key));
}

/** The column of the rows' period among those that no form knows; null where there is none. */
export function periodColumn(
  columns: readonly HeaderColumn[],
  unknown: readonly HeaderColumn[],
): PeriodColumn | null {
  const found = unknown.find((one) => isHeaded(one) && !isPartOfDate(one, columns));
  if (found === undefined) return null;
  const { column } = found;
  const next = columns.find((one) => one.column === column + 1);
  const year = next !== undefined && keysOf(next).includes('nam') ? next.column : null;
  return { column, year, ofMonths: keysOf(found).some((key) => key.includes('thang')) };
}

/** `Ngày | Tháng | Năm`. */
function isPartOfDate({ column }: HeaderColumn, columns: readonly HeaderColumn[]): boolean {
  const before = columns.find((one) => one.column === column - 1);
  return before !== undefined && keysOf(before).includes('ngay');
}

/** The columns of a list of visits that are ticked for the months in which they were made; null for fewer than two. */
export function ticksOfMonths(unknown: readonly HeaderColumn[]): PeriodColumn | null {
  const ticks = unknown.flatMap(({ column, texts }) => {
    const month = texts.at(-1)!;
    return isMonth(month) ? [{ column, month }] : [];
  });
  return ticks.length < 2 ? null : { column: ticks[0]!.column, year: null, ofMonths: true, ticks };
}
