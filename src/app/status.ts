import { EnvironmentError } from '../core/errors.js';
import { getOrMake } from '../core/memo.js';
import { isMonth, type Month } from '../core/period.js';
import { parsePhone } from '../core/phone.js';
import type { Registry } from '../geography/types.js';
import type { Receipts } from '../history/receipt.js';
import type { Summary } from '../rollup/types.js';
import type { RunOptions } from './types.js';
import { closedMonths } from './workspace/closed.js';
import type { LedgerDamage } from './workspace/ledger-file.js';
import { lockedToLook, type NotNoted } from './workspace/lock.js';
import { receiptsIn } from './workspace/receipts.js';
import { runInTime } from './workspace/run-in-time.js';
import { inWorkspace, monthFolders, neededPeriod, type Workspace } from './workspace/workspace.js';

/** Whom to call about a unit's reports; of `contacts.csv`. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
}

/** Who has reported in a month, who has not, and how to reach them. */
export interface StatusResult {
  readonly summary: Summary;
  readonly receipts: Receipts;
  readonly contacts: ReadonlyMap<string, readonly Contact[]>;
  /** Months of the workspace that have submissions, and those that are closed. */
  readonly months: readonly Month[];
  readonly closed: readonly Month[];
  /** What lies in the workspace's submissions beside the months' folders. */
  readonly stray: readonly string[];
  /** Why it is not noted when the files were first seen. */
  readonly notNoted?: NotNoted;
  /** Lines of the ledger that can't be read: nothing was noted in it. */
  readonly ledgerDamage: LedgerDamage | null;
}

/**
 * Who has handed in what of a month, and when: the newest of the workspace, or the one asked
 * for.
 * @throws EnvironmentError
 */
export async function status(given: RunOptions): Promise<StatusResult> {
  const { options, workspace } = await inWorkspace(given);
  const work = (notNoted: NotNoted | null) => statusIn(options, workspace, notNoted);
  return workspace === null ? work(null) : lockedToLook(workspace, work, { besideOthers: true });
}

async function statusIn(
  options: RunOptions,
  workspace: Workspace | null,
  notNoted: NotNoted | null,
): Promise<StatusResult> {
  const period = await neededPeriod(options);
  if (!isMonth(period)) throw new EnvironmentError('period-not-month', { period });
  const run = await runInTime(options, workspace, { canNote: notNoted === null });
  const receipts = receiptsIn(run, period, options.now ?? new Date());
  return {
    summary: run.summary,
    receipts,
    ...(notNoted && { notNoted }),
    ledgerDamage: run.ledgerDamage,
    contacts: contactsOf(run.reading.registry.registry),
    months: workspace === null ? [] : await monthFolders(workspace),
    closed: workspace === null ? [] : await closedMonths(workspace.closed),
    stray: run.stray,
  };
}

function contactsOf({ tables }: Registry): StatusResult['contacts'] {
  const contacts = new Map<string, Contact[]>();
  for (const { values } of tables.contacts ?? []) {
    const { unit = '', name = '', phone = '' } = values;
    if (unit !== '') getOrMake(contacts, unit, () => []).push({ name, phone: dialled(phone) });
  }
  return contacts;
}

/** A telephone number as it was written, but for the zero that Excel ate. */
function dialled(phone: string): string {
  const { value, repaired } = parsePhone(phone);
  return repaired === true && /^\d+$/.test(phone) ? value! : phone;
}
