import { formatDate, vietnamTime } from '../../core/format.js';

/** An ISO time as a clock in Vietnam shows it. */
export function atTime(iso: string): string {
  const [time, date] = vietnamTime(iso);
  return `${time} on ${formatDate(date, 'en')}`;
}
