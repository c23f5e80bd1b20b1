import { isWeekend } from '../../core/days.js';
import { lastDay, type Month } from '../../core/period.js';
import { fold, foldAccents } from '../../core/text.js';
import { formsCounted } from '../../forms/measures.js';
import type { Registry } from '../../geography/types.js';
import { deadlineOf } from '../../history/deadline.js';
import { type Arrival, type Receipts, receiptsOf } from '../../history/receipt.js';
import type { Config } from '../config/config.js';
import { broughtBy } from './arrivals.js';
import type { RunInTime } from './run-in-time.js';

/**
 * Who has handed in what of a run's month, and when, as of a moment.
 * @throws EnvironmentError `registry-bad`: a holiday that is no date
 */
export function receiptsIn(
  {
    summary,
    reading,
    config,
    firstSeen,
  }: Pick<RunInTime, 'summary' | 'reading' | 'config' | 'firstSeen'>,
  month: Month,
  now: Date,
): Receipts {
  const arrivals = reading.reports.flatMap((report) =>
    broughtBy(report, config)
      .filter((one) => one.month === month)
      .map((one): Arrival => ({ ...one, receivedAt: firstSeen(report, one) })),
  );
  return receiptsOf(arrivals, {
    month,
    tree: summary.tree,
    deadline: deadline(month, config, reading.registry.registry),
    now: now.toISOString(),
    forms: formsCounted(config.forms, config.indicators),
  });
}

function deadline(month: Month, config: Config, { tables }: Registry): string {
  const listed = (tables.holidays ?? []).flatMap(({ values: { date = '', name = '' } }) =>
    date === '' ? [] : [{ date, name }],
  );
  const daysOf = (rows: typeof listed) => rows.map(({ date }) => date);
  const holidays = new Set([...config.holidays, ...daysOf(listed)]);
  const madeUp = new Set([...config.makeUpDays, ...daysOf(listed.filter(isMakeUp))]);
  const last = lastDay(month, config.calendar, config.cutoff);
  return deadlineOf(last, config.workingDays, holidays, madeUp);
}

/** `Làm bù cho 02/5`: of a weekday it says when that holiday is made up for. */
function isMakeUp({ date, name }: { readonly date: string; readonly name: string }): boolean {
  return isWeekend(date) && /\blam (viec )?bu\b/.test(foldAccents(fold(name)));
}
