import type { Month } from '../../core/period.js';
import { datedColumns, isOfAnotherMonth, type MonthEnd } from './dated-heading.js';
import type { HeaderColumn } from './header-columns.js';
import type { HeaderDraft } from './header-draft.js';
import { headerKeys } from './header-text.js';
import { leafOf } from './heading-leaf.js';
import { saysCarried, saysTotal } from './heading-part.js';
import type { Recognition } from './recognise.js';
import { isEarlier } from './running-until.js';

/** So far beside the period's count stands what was carried over, and the total. */
const NEAR = 2;

/** The period's count, so called: what is done in all beside it has been done so far. */
const OF_PERIOD = /(?:^| )trong (?:ky|thang)(?: nay)?$/;
const ALL = /^tong(?: so| cong)? ho (?:da )?(?:duoc )?(?:ho tro|huong dan)$/;

function saysAll(column: HeaderColumn): boolean {
  return ALL.test(leafOf(column));
}

/** `Lũy kế 9 tháng năm 2024 (hộ)`: so far, and nothing else but since and until when. */
const SO_FAR =
  /^(?:so )?(?:ho )?(?:luy ke|cong don)(?: (?:so|ho|so lieu|ket qua|thuc hien|tinh|ke|den|tu|het|toi|nay|ngay|dau|cuoi|nam|thang|ky|khi|trien khai|thanh lap|bao cao|\d+))*$/;

function saysSoFar({ texts }: HeaderColumn): boolean {
  return texts.length === 1 && headerKeys(texts[0]!).some((key) => SO_FAR.test(key));
}

/** The only one, or that of the latest year. */
function latestOf(columns: readonly HeaderColumn[]): HeaderColumn | null {
  const years = columns.map(yearIn);
  if (new Set(years).size < columns.length) return null;
  return columns[years.indexOf(years.toSorted().at(-1)!)]!;
}

/** The year in a heading; blank for none. */
function yearIn({ texts }: HeaderColumn): string {
  return /(?<!\d)20\d\d(?!\d)/.exec(texts.at(-1)!)?.[0] ?? '';
}

function isOfAnotherYear(column: HeaderColumn, month: Month): boolean {
  const year = yearIn(column);
  return year !== '' && year !== month.slice(0, 4);
}

/**
 * The column of a flow's running total where its heading says so only in part: the latest of those
 * with a month or day behind (`Lũy kế tháng 8 | Lũy kế tháng 9`), `Lũy kế 9 tháng năm 2024`, `Tổng
 * số hộ đã hỗ trợ` beside `… trong kỳ`, or `Tổng cộng` beside the period's count and what was carried
 * over (`Kỳ trước chuyển sang`).
 * @param flow the period's count
 */
export function runningColumn(
  id: string,
  flow: number | undefined,
  { columns, unknown, layout }: HeaderDraft,
): HeaderColumn | null {
  if (flow === undefined || unknown.length === 0) return null;
  const dated = datedColumns(id, unknown, layout);
  const keys = dated.map(leafOf);
  const latest = dated.filter((one) => !isEarlier(leafOf(one), keys));
  if (latest.length > 0) return latest.length === 1 ? latest[0]! : null;
  const soFar = unknown.filter(saysSoFar);
  if (soFar.length > 0) return latestOf(soFar);
  const near = unknown.filter(
    ({ column, texts }) => texts.length === 1 && Math.abs(column - flow) <= NEAR,
  );
  const ofPeriod = columns.find(({ column }) => column === flow);
  const all =
    ofPeriod !== undefined && OF_PERIOD.test(leafOf(ofPeriod)) ? near.filter(saysAll) : [];
  if (all.length === 1) return all[0]!;
  if (!near.some((one) => saysCarried(leafOf(one)))) return null;
  return near.find((one) => saysTotal(leafOf(one))) ?? null;
}

/**
 * The table with the running total of its own month, where the heading of the latest states another
 * (`Lũy kế tháng 9 | Lũy kế tháng 10`); with none, where no heading states that month alone.
 */
export function withOwnTotal(
  found: Recognition,
  columns: readonly HeaderColumn[],
  ends: MonthEnd,
  month: Month | null,
): Recognition {
  if (month === null) return found;
  const { layout } = found;
  let table = found;
  for (const id of layout.runningOf.values()) {
    const isOther = (column: HeaderColumn) =>
      isOfAnotherMonth(id, column, layout, ends, month) || isOfAnotherYear(column, month);
    const taken = columns.find(({ column }) => column === found.fields.get(id));
    if (taken === undefined || !isOther(taken)) continue;
    const own = datedColumns(id, found.unknown, layout).filter((column) => !isOther(column));
    table = moved(table, id, taken, own.length === 1 ? own[0]! : null);
  }
  return table;
}

/** The table with a field in another column, or in none. */
function moved(
  found: Recognition,
  id: string,
  from: HeaderColumn,
  to: HeaderColumn | null,
): Recognition {
  const fields = new Map(found.fields);
  fields.delete(id);
  if (to !== null) fields.set(id, to.column);
  const unknown = [...found.unknown.filter((column) => column !== to), from];
  return { ...found, fields, unknown: unknown.sort((a, b) => a.column - b.column) };
}
