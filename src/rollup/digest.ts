import { spansIn } from '../core/row-runs.js';
import type { Digest, Entries, FileReport, Repeat } from '../forms/report.js';
import { withParts } from '../forms/report-parts.js';
import type { Form, Identity } from '../forms/types.js';
import { type Resolved, resolveEntities } from './entities.js';

/** Works out what the rows of one hamlet's list come to among themselves. */
export function digestOf(entries: Entries, identity: Identity | undefined): Digest {
  const resolved = resolveEntities(entries, identity);
  const repeats = repeatsOf(resolved);
  const rejected = new Set(repeats.filter(({ isVisit }) => !isVisit).map(({ row }) => row));
  const { lookAlikes, inTwoGroups } = resolved;
  const counts = countsOf(entries, repeats, rejected);
  const groups = groupsOf(entries, rejected);
  return { repeats, lookAlikes, inTwoGroups, counts, groups, spans: spansIn(entries.row) };
}

/**
 * The report with the digest of each of its lists, so that settling need not look at the rows
 * of a list that stands alone.
 */
export function withDigests(report: FileReport, forms: readonly Form[]): FileReport {
  const identityOf = (form: string) => forms.find(({ id }) => id === form)?.list?.identity;
  return withParts(report, (part, table) =>
    part.entries === null
      ? part
      : { ...part, digest: digestOf(part.entries, identityOf(table.form)) },
  );
}

function repeatsOf({ verdicts, entity }: Resolved): Repeat[] {
  const repeats: Repeat[] = [];
  for (let row = 0; row < verdicts.length; row++) {
    const verdict = verdicts[row]!;
    if (verdict !== 'kept')
      repeats.push({ row, other: entity[row]!, isVisit: verdict === 'joined' });
  }
  return repeats;
}

/** Rows of one household on different dates share their marks: one that meets it is enough. */
function countsOf(
  { mask }: Entries,
  repeats: readonly Repeat[],
  rejected: ReadonlySet<number>,
): number[] {
  const masks = Int32Array.from(mask);
  for (const { row, other } of repeats) {
    if (!rejected.has(row)) masks[other]! |= masks[row]!;
    masks[row] = 0;
  }
  const counts: number[] = [];
  for (const bits of masks) addBits(counts, bits);
  return counts;
}

function addBits(counts: number[], bits: number): void {
  for (let rest = bits, bit = 0; rest !== 0; rest >>>= 1, bit++) {
    while (counts.length <= bit) counts.push(0);
    counts[bit]! += rest & 1;
  }
}

function groupsOf({ row, group }: Entries, rejected: ReadonlySet<number>): number {
  if (group.length === 0) return row.length > rejected.size ? 1 : 0;
  const groups = new Set<number>();
  for (let i = 0; i < row.length; i++) if (!rejected.has(i)) groups.add(group.at(i) ?? 0);
  return groups.size;
}
