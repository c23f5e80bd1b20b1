import { addDays, daysBetween, isWeekend } from '../core/days.js';
import type { IsoDate } from '../geography/types.js';

/**
 * The day on which a report is due: so many working days after the month's last day. With none it
 * is that day, or the next working day where it is none (Bộ luật Dân sự 2015, điều 148).
 * @param madeUp Saturdays and Sundays that are worked in place of another day (`làm bù`)
 */
export function deadlineOf(
  lastDay: IsoDate,
  workingDays: number,
  holidays: ReadonlySet<IsoDate>,
  madeUp: ReadonlySet<IsoDate> = NONE,
): IsoDate {
  let day = lastDay;
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays, madeUp)) left--;
  }
  while (!isWorkingDay(day, holidays, madeUp)) day = addDays(day, 1);
  return day;
}

const NONE: ReadonlySet<IsoDate> = new Set();

/** Monday to Friday, but for holidays, and the weekend days on which what was off is made up for. */
function isWorkingDay(
  day: IsoDate,
  holidays: ReadonlySet<IsoDate>,
  madeUp: ReadonlySet<IsoDate>,
): boolean {
  return isWeekend(day) ? madeUp.has(day) : !holidays.has(day);
}

/** Calendar days from one day to a later one; 0 where it is not later. */
export function daysAfter(day: IsoDate, later: IsoDate): number {
  return Math.max(0, daysBetween(day, later));
}
