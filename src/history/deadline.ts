import { addDays, daysBetween } from '../core/days.js';
import type { IsoDate } from '../geography/types.js';

/**
 * The day on which a report is due: so many working days after the month's last day. With none it
 * is that day, or the next working day where it is none (Bộ luật Dân sự 2015, điều 148).
 */
export function deadlineOf(
  lastDay: IsoDate,
  workingDays: number,
  holidays: ReadonlySet<IsoDate>,
): IsoDate {
  let day = lastDay;
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) left--;
  }
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1);
  return day;
}

/** Monday to Friday, but for holidays. */
function isWorkingDay(day: IsoDate, holidays: ReadonlySet<IsoDate>): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** Calendar days from one day to a later one; 0 where it is not later. */
export function daysAfter(day: IsoDate, later: IsoDate): number {
  return Math.max(0, daysBetween(day, later));
}
