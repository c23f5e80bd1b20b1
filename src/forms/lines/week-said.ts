import { weekInLines, weekNamed, weekOfDays, weekOfSheet } from '../cells/week-text.js';
import type { TableContext } from '../table-context.js';
import type { SheetLines } from './sheet-lines.js';

/** The week, or the round, that a sheet's name or the lines above its table say it is of. */
export function weekSaid(
  sheet: string,
  lines: SheetLines,
  lastDay: string | null,
): Required<Pick<TableContext, 'week' | 'weekOfAll'>> {
  const above = lines.above.map(({ text }) => text);
  const ofLines = weekInLines(above) ?? (lastDay === null ? null : weekOfDays(above, lastDay));
  return { week: weekOfSheet(sheet) ?? ofLines, weekOfAll: weekNamed(sheet) ?? ofLines };
}
