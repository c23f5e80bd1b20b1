import { type Month, monthsOf } from '../../core/period.js';
import { isCountedOn, runningHistory } from '../../history/running.js';
import { collectInputs } from '../inputs/collect.js';
import type { Reading } from '../run.js';
import type { RunOptions } from '../types.js';
import type { ClosedMonth } from './closed.js';
import { inputsOfMonth } from './months.js';
import { reopenings } from './reopened.js';
import { monthFolders, type Workspace } from './workspace.js';

/**
 * Months that running totals should go on from and do not: they have submissions and are not
 * closed. What came before the first month that is closed was not known to it either, but for one
 * that is reopened.
 */
export async function openBefore(
  workspace: Workspace,
  closed: readonly ClosedMonth[],
  { wanted, config }: Reading,
  { cwd }: RunOptions,
): Promise<readonly Month[]> {
  if (wanted === null) return [];
  const first = monthsOf(wanted)[0]!;
  const known = runningHistory(closed, first, config.cumulative).map(({ month }) => month);
  const reopened = new Set((await reopenings(workspace.closed)).map(({ month }) => month));
  const isMissed = (month: Month) => reopened.has(month) || month >= (known[0] ?? month);
  const candidates = (await monthFolders(workspace))
    .filter((month) => isCountedOn(month, first, config.cumulative))
    .filter((month) => !known.includes(month) && isMissed(month));
  const open: Month[] = [];
  for (const month of candidates) {
    const { files } = await collectInputs(await inputsOfMonth(workspace, month), cwd);
    if (files.some((file) => file.finding === undefined)) open.push(month);
  }
  return open;
}
