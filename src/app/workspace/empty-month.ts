import { join } from 'node:path';
import { isMonth, type Month } from '../../core/period.js';
import { leftOutByName } from '../inputs/triage.js';
import { namesIn } from './files.js';
import { monthFolders, type Workspace } from './workspace.js';

/** A month's folder of which nothing was read, and the months in whose folders something lies. */
export interface EmptyMonth {
  /** Absolute path of the folder. */
  readonly path: string;
  readonly months: readonly Month[];
}

/** Of a run of one month that read nothing: where it looked, and where it might have. */
export async function emptyMonth(
  workspace: Workspace,
  period: string | undefined,
): Promise<EmptyMonth | null> {
  if (period === undefined || !isMonth(period)) return null;
  const months: Month[] = [];
  for (const month of await monthFolders(workspace)) {
    if (month === period) continue;
    const names = await namesIn(join(workspace.submissions, month));
    if (names.some((name) => leftOutByName(name) === null)) months.push(month);
  }
  return { path: join(workspace.submissions, period), months };
}
