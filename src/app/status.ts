import { EnvironmentError } from '../core/errors.js';
import { isMonth, lastDay, type Month } from '../core/period.js';
import { sourcedFrom } from '../forms/measures.js';
import type { FileReport } from '../forms/report.js';
import type { Registry } from '../geography/types.js';
import { isIsoDate } from '../geography/validity.js';
import { deadlineOf } from '../history/deadline.js';
import { type Arrival, type Receipts, receiptsOf } from '../history/receipt.js';
import type { Summary } from '../rollup/types.js';
import type { Config } from './config.js';
import type { RunOptions } from './types.js';
import { inWorkspace, monthFolders, type Workspace } from './workspace.js';
import { closedMonths } from './workspace-closed.js';
import { locked } from './workspace-lock.js';
import { runInTime } from './workspace-run.js';

/** Whom to call about a unit's reports; of `contacts.csv`. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
}

export interface StatusResult {
  readonly summary: Summary;
  readonly receipts: Receipts;
  readonly contacts: ReadonlyMap<string, Contact>;
  /** Months of the workspace that have submissions, and those that are closed. */
  readonly months: readonly Month[];
  readonly closed: readonly Month[];
}

/**
 * Who has handed in what of a month, and when: the newest of the workspace, or the one asked
 * for.
 * @throws EnvironmentError
 */
export async function status(given: RunOptions): Promise<StatusResult> {
  const { options, workspace } = await inWorkspace(given);
  const work = () => statusIn(options, workspace);
  return workspace === null ? work() : locked(workspace, work);
}

async function statusIn(options: RunOptions, workspace: Workspace | null): Promise<StatusResult> {
  const { period } = options;
  if (period === undefined) throw new EnvironmentError('period-needed', { found: '' });
  if (!isMonth(period)) throw new EnvironmentError('period-not-month', { period });
  const { summary, reading, config } = await runInTime(options, workspace);
  const { registry } = reading.registry;
  const receipts = receiptsOf(arrivals(reading.reports, period), {
    month: period,
    tree: summary.tree,
    deadline: deadline(period, config, registry),
    now: (options.now ?? new Date()).toISOString(),
    forms: config.forms
      .filter((form) => sourcedFrom(form, config.indicators).length > 0)
      .map(({ id }) => id),
  });
  return {
    summary,
    receipts,
    contacts: contactsOf(registry),
    months: workspace === null ? [] : await monthFolders(workspace),
    closed: workspace === null ? [] : await closedMonths(workspace.closed),
  };
}

/** What came for the month, sheet by sheet. */
function arrivals(reports: readonly FileReport[], month: Month): Arrival[] {
  return reports.flatMap(({ receivedAt, sheets }) =>
    sheets
      .flatMap(({ tables }) => tables)
      .filter((table) => table.month === month)
      .flatMap(({ state, form, base, parts }): Arrival[] => {
        if (state === 'read')
          return parts.map(({ unit }) => ({ unit, form, receivedAt, isEmpty: false }));
        return state === 'empty' && base !== null
          ? [{ unit: base, form, receivedAt, isEmpty: true }]
          : [];
      }),
  );
}

function deadline(month: Month, config: Config, { tables }: Registry): string {
  const listed = (tables.holidays ?? []).flatMap(({ date = '' }, i) => {
    if (date !== '' && !isIsoDate(date)) throw badHoliday(i + 2, date);
    return date === '' ? [] : [date];
  });
  const last = lastDay(month, config.calendar, config.cutoff);
  return deadlineOf(last, config.workingDays, new Set([...config.holidays, ...listed]));
}

function badHoliday(row: number, date: string): EnvironmentError {
  const detail = `date: ${date}`;
  const file = 'holidays.csv';
  return new EnvironmentError('registry-bad', { file, row, problem: 'bad-date', detail, count: 1 });
}

function contactsOf({ tables }: Registry): ReadonlyMap<string, Contact> {
  return new Map(
    (tables.contacts ?? []).flatMap(({ unit = '', name = '', phone = '' }) =>
      unit === '' ? [] : [[unit, { name, phone }] as const],
    ),
  );
}
