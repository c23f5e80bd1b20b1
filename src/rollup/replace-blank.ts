import { hasCount } from '../forms/tally-count.js';
import type { Reading } from './held.js';
import type { FilePart } from './replace.js';

/** True where a file says anything of the hamlet that is counted. */
export function bringsCounts(part: FilePart, { formOf }: Reading): boolean {
  return part.some(({ part: { entries, rows, tally }, table }) =>
    entries === null ? tally.some((row) => hasCount(formOf(table.form), row)) : rows > 0,
  );
}

/**
 * A later file's rows without a count are left aside, but for a baseline that they state: the
 * earlier file's part stays.
 */
export function giveWay(later: FilePart, { formOf }: Reading): void {
  for (const held of later) {
    held.blank = true;
    const fields = formOf(held.table.form).tally?.fields ?? [];
    const baselines = fields.filter(({ baseline }) => baseline !== undefined);
    held.part.tally.forEach(({ values }, index) => {
      if (baselines.every(({ id }) => (values[id] ?? null) === null)) held.aside.add(index);
    });
  }
}
