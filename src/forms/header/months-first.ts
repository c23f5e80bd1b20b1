import { monthsFirst } from '../../core/dates.js';
import type { SheetRow } from '../table-context.js';
import type { Recognition } from './recognise.js';

/** Dates that can be read with the month first alone: one may be a slip. */
const ENOUGH = 2;

/**
 * The header with its columns of dates in which a program of another country has put the month first
 * (`9/13/2024`), as a CSV of such a one has them: several cells can be read in no other way, and none with
 * the day first alone.
 * @param below the first rows below the header
 */
export function withMonthsFirst(found: Recognition, below: () => readonly SheetRow[]): Recognition {
  const { layout, fields, splitDate } = found;
  if (layout.layout !== 'list' || splitDate !== undefined) return found;
  const dates = layout.fields.filter(({ id, type }) => type === 'date' && fields.has(id));
  if (dates.length === 0) return found;
  const rows = below();
  const turned = dates.filter(({ id }) => isMonthFirst(rows, fields.get(id)!));
  return turned.length === 0
    ? found
    : { ...found, monthsFirst: new Set(turned.map(({ id }) => id)) };
}

function isMonthFirst(rows: readonly SheetRow[], column: number): boolean {
  let turned = 0;
  for (const { values } of rows) {
    const value = values[column];
    const order = typeof value === 'string' ? monthsFirst(value) : null;
    if (order === false) return false;
    if (order === true) turned++;
  }
  return turned >= ENOUGH;
}
