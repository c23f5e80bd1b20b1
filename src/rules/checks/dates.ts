import { mask } from '../../core/finding.js';
import type { RowCheck } from '../../forms/table.js';

/** CCDS-R11: a date after the last day of the period. Earlier ones are the officers' affair. */
export const dateInPeriod: RowCheck = (record, { fields, month, lastDay, report }) => {
  if (month === null || lastDay === null) return;
  for (const { id, type, personal } of fields) {
    const date = type === 'date' ? record[id] : null;
    if (typeof date !== 'string' || date <= lastDay) continue;
    report('CCDS-R11', { field: id, found: personal ? mask(date) : date, period: month }, id);
  }
};
