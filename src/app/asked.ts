import { isIsoDate } from '../core/dates.js';
import { EnvironmentError } from '../core/errors.js';
import { type Period, parsePeriod } from '../core/period.js';
import type { IsoDate } from '../geography/types.js';

/** The period that was asked for. @throws EnvironmentError `period-bad` */
export function askedPeriod(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) throw new EnvironmentError('period-bad', { period: text });
  return period;
}

/** The day that was asked for. @throws EnvironmentError `date-bad` */
export function askedDay(text: string): IsoDate {
  if (!isIsoDate(text)) throw new EnvironmentError('date-bad', { date: text });
  return text;
}
