import { isMonth, type Month } from '../../core/period.js';
import { closedMonths } from './closed.js';
import { isNoted, type Line, linesIn } from './journal.js';
import { reopenings } from './reopened.js';

/** Action of a line that says that a month's folder was taken out of `closed/` on purpose. */
const ARCHIVED = 'archive';

/**
 * Months that the journal has as closed, and of which the closed figures are gone: removed, left out
 * of a copy, or older than the backup that was brought back. Not those that were put in an archive, as
 * somebody has noted in the journal by hand. None where the journal can't be read.
 * @param closed folder of closed months
 */
export async function lostIn(closed: string): Promise<readonly Month[]> {
  const lines = await linesIn(closed).catch((): readonly Line[] => []);
  const there = await closedMonths(closed);
  const months = [...new Set(lines.flatMap(({ month = '' }) => (isMonth(month) ? [month] : [])))];
  const away = months.filter((month) => !there.includes(month));
  if (away.length === 0) return [];
  const unnoted = (await reopenings(closed)).filter((one) => !isNoted(lines, one));
  // Counted, not looked up in the last line: somebody may have sorted the journal.
  const timesOf = (month: Month, action: string) =>
    [...lines, ...unnoted].filter((one) => one.month === month && one.action === action).length;
  const isGone = (month: Month) =>
    timesOf(month, 'close') > timesOf(month, 'reopen') + timesOf(month, ARCHIVED);
  return away.filter(isGone).sort();
}
