import { maskStray } from '../../core/finding.js';
import type { Month } from '../../core/period.js';
import type { Value } from '../../core/value.js';
import { CASTS, isBlank, valueIn } from '../cast/index.js';
import { cellText } from '../cells/cell-text.js';
import { indexOf } from '../data-record.js';
import type { ByLevel } from '../header/by-level.js';
import type { CompiledLayout } from '../header/compile.js';
import type { ColumnsReader } from './record.js';

/** The period that a table's rows are of, where that is known. */
export interface Ends {
  readonly month: Month | null;
  readonly lastDay: string | null;
}

/**
 * Reads `Mức 1 | Mức 2`, ticked: exactly one of them is the person's level. Where the days are
 * written on which they were activated, it is the last that holds when the period ends.
 */
export function levelReader(
  { field, columns }: ByLevel,
  layout: CompiledLayout,
  ends: Ends,
): ColumnsReader {
  const at = indexOf(layout, field)!;
  return (values, record, report) => {
    const cells = columns.map((column) => values[column] ?? null);
    const ticked = cells.flatMap((cell, i) => (isTicked(cell, i + 1) ? [i + 1] : []));
    record[at] = ticked.length === 1 ? ticked[0]! : null;
    if (ticked.length === 1 && cells.some(isBlank)) return true;
    if (cells.every(isBlank)) {
      report('CCDS-R01', { field }, field);
      return false;
    }
    const days = cells.map(dayIn);
    if (days.some((day) => day !== null)) record[at] = levelBy(days, cells, ends);
    if (record[at] === null) {
      report('CCDS-R02', { field, ...whyNot(cells) }, field);
      return false;
    }
    days.forEach((day, i) => {
      if (day === null || !isLater(day, ends)) return;
      report('CCDS-R11', { field, found: day, period: ends.month! }, field, columns[i]!);
    });
    return true;
  };
}

/** A mark, or the level itself: `2` below `Mức 2`. */
function isTicked(cell: Value, level: number): boolean {
  return !isBlank(cell) && (CASTS.mark(cell) === true || CASTS.level(cell) === level);
}

/** The day that a cell is, ISO. */
function dayIn(cell: Value): string | null {
  if (isBlank(cell) || CASTS.mark(cell) === true) return null;
  const day = valueIn(CASTS.date(cell));
  return typeof day === 'string' && day.length === '2024-09-05'.length ? day : null;
}

/** Null where a cell is no day and denies none either. */
function levelBy(days: readonly (string | null)[], cells: readonly Value[], ends: Ends) {
  const isClear = cells.every(
    (cell, i) => days[i] !== null || isBlank(cell) || CASTS.mark(cell) === false,
  );
  if (!isClear) return null;
  const holds = days.findLastIndex((day) => day !== null && !isLater(day, ends));
  return 1 + (holds >= 0 ? holds : days.findIndex((day) => day !== null));
}

function isLater(day: string, { month, lastDay }: Ends): boolean {
  return month !== null && lastDay !== null && day > lastDay;
}

function whyNot(cells: readonly Value[]) {
  const found = cells.map((cell) => maskStray(cellText(cell))).join(' / ');
  return { found, expected: 'level' as const, suggestion: '' };
}
