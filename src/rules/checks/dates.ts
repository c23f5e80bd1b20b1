import { mask } from '../../core/finding.js';
import { getOrMake } from '../../core/memo.js';
import type { RowCheck } from '../../forms/table.js';

/** CCDS-R11: a date, or a year of birth, after the last day of the period. */
export const dateInPeriod: RowCheck = (record, { fields, month, lastDay, report }) => {
  if (month === null || lastDay === null) return;
  for (const { id, type, personal } of fields) {
    const date = type === 'date' || type === 'year' ? (record[id] ?? null) : null;
    if (date === null || String(date) <= lastDay.slice(0, String(date).length)) continue;
    const found = personal ? mask(String(date)) : String(date);
    report('CCDS-R11', { field: id, found, period: month }, id);
  }
};

/**
 * CCDS-R13: a visit before the first day of the period may have been reported in its own.
 * Only what is counted by the month is looked at: an account may have been made years ago.
 */
export const visitInPeriod: RowCheck = (record, { form, layout, month, lastDay, report }) => {
  const field = layout === 'list' ? form.list?.identity?.visits : undefined;
  if (field === undefined || month === null || lastDay === null) return;
  const date = record[field];
  if (typeof date !== 'string' || date >= getOrMake(firstDays, lastDay, () => firstDayOf(lastDay)))
    return;
  report('CCDS-R13', { field, found: date, period: month }, field);
};

/** Asked for at every row; by last day, of which a run has few. */
const firstDays = new Map<string, string>();

/** The day after the last one, a month earlier: 2024-09-14 → 2024-08-15. */
function firstDayOf(lastDay: string): string {
  const day = new Date(`${lastDay}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  day.setUTCMonth(day.getUTCMonth() - 1);
  return day.toISOString().slice(0, 10);
}

/** Nghị định 59/2022/NĐ-CP, Điều 11: from 14; younger since Nghị định 69/2024/NĐ-CP. */
const AGE = 14;

/** CCDS-R12: the holder of an account is younger than 14 on the period's last day. */
export const oldEnough: RowCheck = (record, { fields, layout, lastDay, report }) => {
  if (layout !== 'list' || lastDay === null) return;
  if (!fields.some(({ type }) => type === 'identity')) return;
  const field = fields.find(({ id, type }) => type === 'date' && id === 'born_on');
  const born = field === undefined ? null : record[field.id];
  if (typeof born !== 'string' || born > lastDay) return;
  const limit = `${Number(lastDay.slice(0, 4)) - AGE}${lastDay.slice(4)}`;
  if (born > limit) report('CCDS-R12', { field: field!.id }, field!.id);
};
