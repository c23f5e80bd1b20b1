import { isIsoDate } from '../core/dates.js';
import { EnvironmentError } from '../core/errors.js';
import { type Period, parsePeriod } from '../core/period.js';
import { findPeriods } from '../core/period-text.js';
import type { IsoDate } from '../geography/types.js';

/** The period that was asked for. @throws EnvironmentError `period-bad` */
export function askedPeriod(text: string): Period {
  const period = parsePeriod(text);
  if (period === null)
    throw new EnvironmentError('period-bad', { period: text, near: meantBy(text) });
  return period;
}

/** `9/2024`, `2024-9`; a quarter or half-year is told by its word. */
const MONTH_AND_YEAR = /^(?:(\d{1,2})[-./ ](\d{4})|(\d{4})[-./ ](\d{1,2}))$/;

/**
 * The period that a text written in another way surely means (`9/2024`, `T9/2024`, `quý 3/2024`);
 * else blank.
 */
function meantBy(text: string): string {
  const [, month, year, firstYear, lastMonth] = MONTH_AND_YEAR.exec(text.trim()) ?? [];
  const part = month ?? lastMonth;
  if (part !== undefined) return parsePeriod(`${year ?? firstYear}-${part.padStart(2, '0')}`) ?? '';
  const [found, ...others] = findPeriods(text, 'line');
  if (found?.year == null || found.strength !== 'stated' || others.length > 0) return '';
  return parsePeriod(found.part === '' ? `${found.year}` : `${found.year}-${found.part}`) ?? '';
}

/** The day that was asked for. @throws EnvironmentError `date-bad` */
export function askedDay(text: string): IsoDate {
  if (!isIsoDate(text)) throw new EnvironmentError('date-bad', { date: text });
  return text;
}
