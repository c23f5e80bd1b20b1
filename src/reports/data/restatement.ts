import { groupBy } from '../../core/group-by.js';
import { byCodePoint } from '../../core/order.js';
import type { Restatement, Unallocated } from '../../rollup/restatement.js';
import { RESTATEMENT, type RowOf, tableCsv } from './tables.js';

/**
 * `restatement.csv`: that nothing was lost in putting figures on another map. A line for each
 * month and indicator, then for each unit whose amount could not be allocated.
 */
export function restatementCsv(restatement: Restatement): string {
  return tableCsv(RESTATEMENT, rows(restatement));
}

function* rows({
  asOf,
  certified,
  unallocated,
}: Restatement): Generator<RowOf<typeof RESTATEMENT>> {
  const left = groupBy(unallocated, keyOf);
  const inOrder = [...certified].sort((a, b) => byCodePoint(a.month, b.month));
  for (const line of inOrder) {
    const { month, indicator, before, after, notAllocated } = line;
    yield [asOf, month, indicator, null, null, before, after, notAllocated, null, null];
    yield* leftRows(asOf, left.get(keyOf(line)) ?? []);
  }
}

function keyOf({ month, indicator }: { month: string; indicator: string }): string {
  return `${month}\n${indicator}`;
}

function* leftRows(
  asOf: string,
  all: readonly Unallocated[],
): Generator<RowOf<typeof RESTATEMENT>> {
  const byOld = groupBy(all, (one) => `${one.old.code}\n${one.old.name}\n${one.at ?? ''}`);
  for (const key of [...byOld.keys()].sort(byCodePoint)) {
    const ofOld = byOld.get(key)!;
    const { old, month, indicator, at } = ofOld[0]!;
    const amount = ofOld.reduce((sum, { value }) => sum + value, 0);
    const among = [...new Set(ofOld.flatMap((one) => one.among))].sort(byCodePoint).join(' ');
    yield [asOf, month, indicator, old.code, old.name, null, null, amount, at, among];
  }
}
