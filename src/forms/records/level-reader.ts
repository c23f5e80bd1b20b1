import { maskStray } from '../../core/finding.js';
import type { Value } from '../../core/value.js';
import { CASTS, isBlank } from '../cast/index.js';
import { cellText } from '../cells/cell-text.js';
import { type FieldValue, indexOf } from '../data-record.js';
import type { ByLevel } from '../header/by-level.js';
import type { CompiledLayout } from '../header/compile.js';
import type { ReportField } from './record.js';

/** Puts the level that is ticked into the record in hand; false where none is, or both are. */
export type LevelReader = (
  values: readonly Value[],
  record: FieldValue[],
  report: ReportField,
) => boolean;

/** Reads `Mức 1 | Mức 2`, ticked: exactly one of them is the person's level. */
export function levelReader({ field, columns }: ByLevel, layout: CompiledLayout): LevelReader {
  const at = indexOf(layout, field)!;
  return (values, record, report) => {
    const cells = columns.map((column) => values[column] ?? null);
    const ticked = cells.flatMap((cell, i) => (isTicked(cell, i + 1) ? [i + 1] : []));
    record[at] = ticked.length === 1 ? ticked[0]! : null;
    if (ticked.length === 1) return true;
    if (cells.every(isBlank)) report('CCDS-R01', { field }, field);
    else report('CCDS-R02', { field, ...whyNot(cells) }, field);
    return false;
  };
}

/** A mark, or the level itself: `2` below `Mức 2`. */
function isTicked(cell: Value, level: number): boolean {
  return !isBlank(cell) && (CASTS.mark(cell) === true || CASTS.level(cell) === level);
}

function whyNot(cells: readonly Value[]) {
  const found = cells.map((cell) => maskStray(cellText(cell))).join(' / ');
  return { found, expected: 'level' as const, suggestion: '' };
}
