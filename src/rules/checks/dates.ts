import { mask } from '../../core/finding.js';
import type { BeginRowCheck } from '../../forms/records/row-checks.js';

/** CCDS-R11: a date, or a year of birth, after the last day of the period. */
export const dateInPeriod: BeginRowCheck = ({ fields, month, lastDay, at, report }) => {
  const dates = fields
    .filter(({ type }) => type === 'date' || type === 'year')
    .map(({ id, personal }) => ({ id, personal, at: at(id)! }));
  if (dates.length === 0 || month === null || lastDay === null) return null;
  const lastYear = Number(lastDay.slice(0, 4));
  // Of a date of birth the year or the month alone may be known: as far as it goes, it counts.
  const isLater = (date: string) => date > lastDay && date > lastDay.slice(0, date.length);
  return (record) => {
    for (let i = 0; i < dates.length; i++) {
      const { id, personal, at: index } = dates[i]!;
      const date = record[index] ?? null;
      if (date === null || !(typeof date === 'number' ? date > lastYear : isLater(String(date))))
        continue;
      const found = personal ? mask(String(date)) : String(date);
      report('CCDS-R11', { field: id, found, period: month }, id);
    }
  };
};

/**
 * CCDS-R13: a visit before the first day of the period may have been reported in its own.
 * Only what is counted by the month is looked at: an account may have been made years ago.
 */
export const visitInPeriod: BeginRowCheck = (table) => {
  const { form, layout, month, lastDay, months, at, report } = table;
  const field = layout === 'list' ? form.list?.identity?.visits : undefined;
  const index = field === undefined ? null : at(field);
  if (field === undefined || index === null || month === null || lastDay === null) return null;
  const firstDay = firstDayOf(lastDay, months);
  return (record) => {
    const date = record[index];
    if (typeof date === 'string' && date < firstDay)
      report('CCDS-R13', { field, found: date, period: month }, field);
  };
};

/** The day after the last one, so many months earlier: 2024-09-14 → 2024-08-15. */
function firstDayOf(lastDay: string, months: number): string {
  const day = new Date(`${lastDay}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 10);
}

/** Nghị định 59/2022/NĐ-CP, Điều 11: from 14; younger since Nghị định 69/2024/NĐ-CP. */
const AGE = 14;

/** CCDS-R12: the holder of an account is younger than 14 on the period's last day. */
export const oldEnough: BeginRowCheck = ({ fields, layout, lastDay, at, report }) => {
  if (layout !== 'list' || lastDay === null) return null;
  const born = fields.find(({ id, type }) => type === 'date' && id === 'born_on')?.id;
  if (born === undefined || !fields.some(({ type }) => type === 'identity')) return null;
  const index = at(born)!;
  const limit = `${Number(lastDay.slice(0, 4)) - AGE}${lastDay.slice(4)}`;
  return (record) => {
    const date = record[index];
    if (typeof date === 'string' && date > limit && date <= lastDay)
      report('CCDS-R12', { field: born }, born);
  };
};
