import type { IsoDate } from '../geography/types.js';

const DAY = 86_400_000;
/** Vietnam is seven hours ahead of UTC all the year round. */
const VIETNAM = 7 * 3_600_000;

/** The day in Vietnam of a moment (ISO, UTC). */
export function dayInVietnam(moment: string): IsoDate {
  return new Date(Date.parse(moment) + VIETNAM).toISOString().slice(0, 10);
}

/** The day on which a report is due: so many working days after the month's last day. */
export function deadlineOf(
  lastDay: IsoDate,
  workingDays: number,
  holidays: ReadonlySet<IsoDate>,
): IsoDate {
  let day = lastDay;
  for (let left = workingDays; left > 0; ) {
    day = shift(day, 1);
    if (isWorkingDay(day, holidays)) left--;
  }
  return day;
}

/** Monday to Friday, but for holidays. */
function isWorkingDay(day: IsoDate, holidays: ReadonlySet<IsoDate>): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

function shift(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** Calendar days from one day to a later one; 0 where it is not later. */
export function daysAfter(day: IsoDate, later: IsoDate): number {
  return Math.max(0, Math.round((Date.parse(later) - Date.parse(day)) / DAY));
}
