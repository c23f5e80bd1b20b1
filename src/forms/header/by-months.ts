import type { CompiledLayout } from './compile.js';
import { headingDay, headingMonth } from './dated-heading.js';
import type { HeaderColumn } from './header-columns.js';
import { leafOf, upperOf } from './heading-leaf.js';
import { partOf } from './heading-part.js';
import type { Recognition } from './recognise.js';

/** A header over several months, as it is of one of them. */
export interface OfMonth {
  /** The same for each table of a header that has columns of it. */
  readonly month: string;
  /** As a period, or without its year: `tháng 8`. */
  readonly said: string;
  readonly found: Recognition;
  /** The month's columns, the first of which counts what must be there. */
  readonly columns: readonly HeaderColumn[];
}

/** A column with the total of what a field counts in several months. */
export interface MonthsTotal {
  readonly field: string;
  readonly column: number;
  readonly parts: readonly number[];
}

/** A month, or a day, as a heading states it. */
interface Stated {
  /** In the order of time, where all have their year or none has. */
  readonly key: string;
  readonly said: string;
  readonly hasYear: boolean;
}

/**
 * A tally's header whose columns are of a month each: `Số hộ được hỗ trợ` over `Tháng 7 | Tháng 8 | Tháng 9`,
 * `Tháng 8 | Tháng 9` over `Mức 1 | Mức 2`. Each is the header without the others' columns; what states
 * no month (`Lũy kế`) is of the last. Null where no two months have all that must be there, or where it
 * can't be told which of them is the last.
 * @param read reads some of the columns as the layout
 */
export function byMonths(
  columns: readonly HeaderColumn[],
  layout: CompiledLayout,
  read: (columns: readonly HeaderColumn[]) => Recognition,
): readonly OfMonth[] | null {
  if (layout.layout !== 'tally') return null;
  const isOfFlow = layout.required.some((id) => layout.flows.has(id));
  const stated = statedIn(columns, !isOfFlow);
  const months = new Set([...stated.values()].map(({ key }) => key));
  if (months.size < 2) return null;
  const totals = columns.filter((one) => !stated.has(one) && isTotalBeside(one, stated));
  const rest = columns.filter((one) => !totals.includes(one));
  const keyOf = (one: HeaderColumn | undefined) => one && stated.get(one)?.key;
  const isWhole = (found: Recognition, month: string) =>
    layout.required.every((id) => keyOf(columnOf(found.fields.get(id), columns)) === month);
  const whole = [...months].filter((month) => {
    const own = rest.filter((one) => !stated.has(one) || keyOf(one) === month);
    return isWhole(read(own), month);
  });
  if (whole.length < 2 || !areOfOneKind(whole, [...stated.values()])) return null;
  const heads = whole.map((month) => {
    const others = whole.filter((one) => one !== month);
    const found = read(rest.filter((one) => !others.includes(keyOf(one) ?? '')));
    const own = rest.filter((one) => keyOf(one) === month);
    return { month, said: stated.get(own[0]!)!.said, found, columns: own };
  });
  if (!heads.every(({ month, found }) => isWhole(found, month))) return null;
  const { found } = heads.at(-1)!;
  const shared = (id: string) => isOfAllMonths(id, layout);
  const undated = [...found.fields].filter(([, at]) => !stated.has(columnOf(at, columns)!));
  const ofLast = new Set(undated.map(([id]) => id).filter((id) => !shared(id)));
  const isSorted = whole.every((month, i) => i === 0 || whole[i - 1]! < month);
  if (!isSorted && ofLast.size > 0) return null;
  const total = totalOf(totals, heads, layout);
  const unread = total.monthsTotal === undefined ? totals : [];
  const last = { ...found, ...total, unknown: [...found.unknown, ...unread] };
  return [
    ...heads.slice(0, -1).map((one) => ({ ...one, found: withoutFields(one.found, ofLast) })),
    { ...heads.at(-1)!, found: last },
  ];
}

/** @param byDay a day is one of several: what there is on it, not what was done on it */
function statedIn(
  columns: readonly HeaderColumn[],
  byDay: boolean,
): ReadonlyMap<HeaderColumn, Stated> {
  return new Map(
    columns.flatMap((column): [HeaderColumn, Stated][] => {
      const found = column.readings.length === 0 ? null : statedBy(column, byDay);
      return found === null ? [] : [[column, found]];
    }),
  );
}

/** The month or day in a column's own heading, else in one above it. */
function statedBy({ texts }: HeaderColumn, byDay: boolean): Stated | null {
  for (const text of texts.toReversed()) {
    const day = byDay ? headingDay(text) : null;
    if (day !== null) return { key: day, said: asWritten(day), hasYear: true };
    const found = headingMonth(text);
    if (found === null) continue;
    const { year, part } = found;
    const key = `${year ?? ''}-${part}`;
    return { key, said: year === null ? `tháng ${Number(part)}` : key, hasYear: year !== null };
  }
  return null;
}

/** As sheets have it: `31/8/2024`. */
function asWritten(day: string): string {
  return day.split('-').map(Number).reverse().join('/');
}

/** `Cộng`, `Quý III` beside months under one heading: their total, and none of their own counts. */
function isTotalBeside(column: HeaderColumn, stated: ReadonlyMap<HeaderColumn, Stated>): boolean {
  const leaf = leafOf(column);
  if (
    partOf(leaf) !== 'total' &&
    !/^(?:(?:tong )?cong |tong |ca )?(?:quy|(?:6|9|12) thang)(?: |$)/.test(leaf)
  )
    return false;
  const above = upperOf(column);
  return [...stated.keys()].some((one) => upperOf(one) === above);
}

function columnOf(at: number | undefined, columns: readonly HeaderColumn[]) {
  return columns.find(({ column }) => column === at);
}

/** All with their year, or none. */
function areOfOneKind(months: readonly string[], stated: readonly Stated[]): boolean {
  const own = stated.filter(({ key }) => months.includes(key));
  return new Set(own.map(({ hasYear }) => hasYear)).size === 1;
}

/** What there is, of which the counts are a part, and notes: of each month. */
function isOfAllMonths(id: string, { byId }: CompiledLayout): boolean {
  const { type, baseline } = byId.get(id)!;
  return type !== 'count' || baseline !== undefined;
}

/** What stands beside a month that is not the last says nothing of it, and is told with the last. */
function withoutFields(found: Recognition, ids: ReadonlySet<string>): Recognition {
  const fields = new Map([...found.fields].filter(([id]) => !ids.has(id)));
  return { ...found, fields, unknown: [], repeated: [] };
}

function totalOf(
  totals: readonly HeaderColumn[],
  heads: readonly OfMonth[],
  { flows, required }: CompiledLayout,
): { readonly monthsTotal?: MonthsTotal } {
  const [total, ...more] = totals;
  const field = required.find((id) => flows.has(id));
  if (total === undefined || more.length > 0 || field === undefined) return {};
  const parts = heads.map(({ found }) => found.fields.get(field)!);
  return { monthsTotal: { field, column: total.column, parts } };
}
