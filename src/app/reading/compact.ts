import { ListBytes } from '../../forms/list-bytes.js';
import type { Entries, FileReport } from '../../forms/report.js';
import { tablesOf, withParts } from '../../forms/report-parts.js';
import { StoredEntries, store } from '../../forms/stored-entries.js';
import type { Form } from '../../forms/types.js';

/**
 * The same report with the numbers of its lists in two buffers: 6 bytes for an account (key,
 * marks), so that a million rows are held in little, and go from one thread to another without a
 * copy. Lists that are held against those of other hamlets lie in the first; those of the second
 * are seldom looked at again, as their rows were told apart when they were read.
 */
export function compact(report: FileReport, forms: readonly Form[]): FileReport {
  const isCompared = ({ list }: Form) => list?.identity?.across !== undefined;
  const compared = new Set(forms.filter(isCompared).map(({ id }) => id));
  const [often, seldom]: [Entries[], Entries[]] = [[], []];
  for (const { form, parts } of tablesOf(report))
    for (const { entries } of parts)
      if (entries !== null) (compared.has(form) ? often : seldom).push(entries);
  const stored = new Map([...storedOf(often, false), ...storedOf(seldom, true)]);
  return withParts(report, (part) =>
    part.entries === null ? part : { ...part, entries: stored.get(part.entries)! },
  );
}

function storedOf(all: readonly Entries[], isSeldom: boolean): [Entries, StoredEntries][] {
  const { buffer, starts } = store(all);
  const bytes = new ListBytes(buffer, isSeldom);
  return all.map((entries, i) => [entries, new StoredEntries(bytes, starts[i]!)]);
}
