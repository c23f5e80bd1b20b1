import { isMonth, type Month, monthsOf } from '../../core/period.js';
import { NOTHING_BEFORE } from '../figures/before.js';
import type { Reading } from '../run.js';
import type { RunOptions } from '../types.js';
import type { ClosedMonth, Unmade } from './closed.js';
import { goneOf } from './closed-inputs.js';
import type { Known, OnRestated } from './known.js';
import { openBefore } from './open.js';
import { alteredOf, closedAfter, toldOf } from './unmade.js';
import { Walk } from './walk.js';
import type { Workspace } from './workspace.js';

/** The closed months before a run's, as they were closed: without their submissions none is made anew. */
export function historyIn(closed: readonly ClosedMonth[], reading: Reading): Known {
  const history = beforeRun(closed, reading);
  const gone = history.flatMap((closed) => goneOf(closed, new Map()));
  const unmade = new Map(
    history.map((closed, i): [Month, Unmade] => [
      closed.month,
      {
        corrected: closed.lacks,
        reopened: closed.reopenedSince,
        closedSince: closedAfter(history.slice(0, i), closed),
      },
    ]),
  );
  const altered = history.flatMap((closed) => alteredOf(closed, []));
  const before = { ...NOTHING_BEFORE, history, gone, altered, ...toldOf(unmade, reading) };
  return { before, revisions: [], restated: [], unmade };
}

/**
 * The closed months of a workspace before a run's. A month whose submissions came late, were
 * corrected or are gone since is made anew, and so is every closed month after it, whose
 * running totals go on from it: what was published, what it is now, and which submissions
 * made it so. So is one that was closed before an earlier month was (or was again), and one
 * whose totals have a month that is reopened. Where a month's folder is gone, or a file in it can't be
 * read, it stands as it was closed. Of the months that a quarter (or the like) is built from it is
 * told alone what of their published figures is another now.
 * @throws EnvironmentError
 */
export async function historyOf(
  workspace: Workspace,
  closed: readonly ClosedMonth[],
  reading: Reading,
  options: RunOptions,
  onRestated: OnRestated = () => {},
): Promise<Known> {
  const walk = new Walk(workspace, reading, options, onRestated);
  const [before, within] = [beforeRun(closed, reading), withinRun(closed, reading)];
  const total = before.length + within.length;
  let done = 0;
  const add = async (month: ClosedMonth) => {
    options.onProgress?.({ phase: 'looking-back', done: done++, total });
    await walk.add(month);
  };
  for (const month of before) await add(month);
  const known = walk.known();
  for (const month of within) await add(month);
  const { revisions } = walk.known();
  const stillIn = new Set(known.before.withReopened.flatMap(({ reopened }) => reopened));
  const open = await openBefore(workspace, closed, reading, options);
  const left = open.filter((month) => !stillIn.has(month));
  return { ...known, revisions, before: { ...known.before, open: left } };
}

function beforeRun(closed: readonly ClosedMonth[], { wanted }: Reading): readonly ClosedMonth[] {
  const first = wanted === null ? null : monthsOf(wanted)[0]!;
  return first === null ? [] : closed.filter(({ month }) => month < first);
}

/**
 * The closed months that a quarter, half-year or year is built from: as they are now, not as they
 * were published.
 */
function withinRun(closed: readonly ClosedMonth[], { wanted }: Reading): readonly ClosedMonth[] {
  const months = wanted === null || isMonth(wanted) ? [] : monthsOf(wanted);
  return closed.filter(({ month }) => months.includes(month));
}
