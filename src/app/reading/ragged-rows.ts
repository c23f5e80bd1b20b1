import type { TableReport } from '../../forms/report.js';

/**
 * Rows of a CSV's tables with more or fewer cells than their header has, and the first of them; null where
 * there are none. Lines above and below a table have as many as they like.
 * @param widths as `SheetEnd` has them
 */
export function raggedRows(
  tables: readonly Pick<TableReport, 'headerRow' | 'lastRow'>[],
  widths: readonly number[],
): { readonly rows: number; readonly first: number } | null {
  if (widths.length === 0) return null;
  let [rows, first] = [0, 0];
  let end = 0;
  for (const { headerRow, lastRow } of [...tables].sort((a, b) => a.headerRow - b.headerRow)) {
    const from = Math.max(headerRow, end) + 1;
    let wanted = 0;
    for (let i = 0; i < widths.length; i += 2) {
      const [start, cells, next = Number.POSITIVE_INFINITY] = widths.slice(i, i + 3) as [
        number,
        number,
        number?,
      ];
      if (start > lastRow) break;
      if (start <= headerRow && headerRow < next) wanted = cells;
      const [top, bottom] = [Math.max(start, from), Math.min(next - 1, lastRow)];
      if (cells === 0 || cells === wanted || top > bottom) continue;
      rows += bottom - top + 1;
      if (first === 0) first = top;
    }
    end = Math.max(end, lastRow);
  }
  return rows === 0 ? null : { rows, first };
}
