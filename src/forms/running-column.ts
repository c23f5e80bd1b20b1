import { memo } from '../core/memo.js';
import type { Month } from '../core/period.js';
import type { CompiledLayout } from './compile.js';
import { datedColumns, isOfAnotherMonth, type MonthEnd } from './dated-heading.js';
import type { HeaderColumn } from './header-columns.js';
import { headerKey } from './header-text.js';
import { saysCarried, saysTotal } from './heading-part.js';
import type { Recognition } from './recognise.js';
import { isEarlier } from './running-until.js';

/** So far beside the period's count stands what was carried over, and the total. */
const NEAR = 2;

const leafOf = memo(({ texts }: HeaderColumn) => headerKey(texts.at(-1)!));

/**
 * The column of a flow's running total where its heading says so only in part: the latest of those
 * with a month or day behind (`Lũy kế tháng 8 | Lũy kế tháng 9`), or `Tổng cộng` beside the
 * period's count and what was carried over (`Kỳ trước chuyển sang`).
 * @param flow the period's count
 */
export function runningColumn(
  id: string,
  flow: number | undefined,
  unknown: readonly HeaderColumn[],
  layout: CompiledLayout,
): HeaderColumn | null {
  if (flow === undefined || unknown.length === 0) return null;
  const dated = datedColumns(id, unknown, layout);
  const keys = dated.map(leafOf);
  const latest = dated.filter((one) => !isEarlier(leafOf(one), keys));
  if (latest.length > 0) return latest.length === 1 ? latest[0]! : null;
  const near = unknown.filter(
    ({ column, texts }) => texts.length === 1 && Math.abs(column - flow) <= NEAR,
  );
  if (!near.some((one) => saysCarried(leafOf(one)))) return null;
  return near.find((one) => saysTotal(leafOf(one))) ?? null;
}

/** The table without a running total whose heading states another month than the table's. */
export function withoutEarlier(
  found: Recognition,
  columns: readonly HeaderColumn[],
  ends: MonthEnd,
  month: Month | null,
): Recognition {
  const { layout, fields } = found;
  if (month === null || layout.runningOf.size === 0) return found;
  const others = [...layout.runningOf.values()].flatMap((id) => {
    const own = columns.filter(({ column }) => column === fields.get(id));
    return own.filter((column) => isOfAnotherMonth(id, column, layout, ends, month));
  });
  if (others.length === 0) return found;
  const isLeft = (column: number) => !others.some((other) => other.column === column);
  return {
    ...found,
    fields: new Map([...fields].filter(([, column]) => isLeft(column))),
    unknown: [...found.unknown, ...others].sort((a, b) => a.column - b.column),
  };
}
