import type { Month } from '../../core/period.js';
import type { Part, TableReport } from '../report.js';

/**
 * A table's report, and one for each month that rows state as their own: a row is counted in one
 * of them, and what is no accepted row in the first, which is of no period where it has no rows.
 */
export function reportsByMonth(
  table: Omit<TableReport, 'parts'>,
  parts: ReadonlyMap<Month | null, readonly Part[]>,
): readonly [TableReport, ...TableReport[]] {
  const all = parts.get(null) ?? [];
  if (parts.size === 1 && parts.has(null)) return [{ ...table, parts: all }];
  const others = [...parts].flatMap(([month, its]): TableReport[] => {
    if (month === null) return [];
    const rows = its.reduce((sum, part) => sum + part.rows, 0);
    const counts = { data: rows, read: rows, rejected: 0, rejectedBy: {} };
    const { wholes: _, ...about } = table;
    return [{ ...about, ...counts, month, periodText: month, parts: its }];
  });
  const rows = others.reduce((sum, { data }) => sum + data, 0);
  const own = { data: table.data - rows, read: table.read - rows, parts: all };
  const isLeft = rows > 0 && own.data === 0;
  return [{ ...table, ...own, ...(isLeft && { periodText: null }) }, ...others];
}
