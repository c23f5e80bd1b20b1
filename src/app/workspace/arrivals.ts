import type { Month } from '../../core/period.js';
import type { FileReport, Part, TableReport } from '../../forms/report.js';
import { hasCount } from '../../forms/tally-count.js';
import type { Arrival } from '../../history/receipt.js';
import type { Config } from '../config/config.js';

/** What a file brings of one form for one unit and month. */
export interface Brought extends Omit<Arrival, 'receivedAt'> {
  readonly month: Month;
}

/** What a file brings, sheet by sheet; sheets of no known month bring nothing. */
export function broughtBy({ sheets }: FileReport, config: Config): Brought[] {
  return sheets.flatMap(({ tables }) => tables).flatMap((table) => broughtIn(table, config));
}

function broughtIn(table: TableReport, config: Config): Brought[] {
  const { form, month, state, base, parts, rejectedBy } = table;
  if (month === null) return [];
  if (state === 'empty') return base === null ? [] : [{ unit: base, form, month, isEmpty: true }];
  if (state !== 'read') return [];
  const refused = Object.keys(rejectedBy).filter((unit) => unit !== '');
  return [
    ...refused.map((unit) => ({ unit, form, month, isEmpty: true, isRejected: true })),
    ...parts.map((part) => ({
      unit: part.unit,
      form,
      month,
      isEmpty: !hasFigures(part, table, config),
    })),
  ];
}

/** Rows of a list, or a count of a tally: blank is not zero, and a sheet of blanks no report. */
function hasFigures({ entries, rows, tally }: Part, table: TableReport, config: Config): boolean {
  if (entries !== null) return rows > 0;
  const form = config.forms.find(({ id }) => id === table.form)!;
  return tally.some((row) => hasCount(form, row));
}
