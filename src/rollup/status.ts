import type { Outcome } from './accounting.js';
import { sumOfRows } from './row-counts.js';
import type { Status } from './types.js';

/** What became of a file's tables of one form (contract, Outputs: `status`). */
export function statusOf(outcomes: readonly Outcome[]): Status {
  if (outcomes.some(({ isCopy }) => isCopy)) return 'duplicate';
  if (outcomes.some(isUnreadable)) return 'rejected';
  const refused = outcomes.some(({ table, isGone }) => table?.state === 'rejected' && !isGone);
  const taken = outcomes.filter(({ table, isGone }) => table?.state === 'read' || isGone);
  if (taken.length === 0) return refused ? 'rejected' : 'ignored';
  if (taken.every(({ isGone }) => isGone) && !refused) return 'superseded';
  const { accepted, rejected } = sumOfRows(outcomes.map(({ rows }) => rows));
  const spoilt = rejected > 0 || refused;
  const isReplaced = taken.some(
    ({ isGone, parts }) => isGone || parts.some((held) => held.superseded),
  );
  if (accepted === 0 && !isReplaced) return spoilt ? 'rejected' : 'ignored';
  return spoilt || isReplaced ? 'partial' : 'accepted';
}

/** A file that was sent anew as a whole is replaced, whatever it was. */
function isUnreadable({ file, sheet, table, isGone }: Outcome): boolean {
  if (table === null && isGone) return false;
  return file.state === 'unreadable' || sheet?.state === 'unreadable';
}
