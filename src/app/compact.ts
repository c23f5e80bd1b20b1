import type { FileReport } from '../forms/report.js';
import { partsOf, withParts } from '../forms/report-parts.js';
import { StoredEntries, store } from '../forms/stored-entries.js';

/**
 * The same report with the numbers of its lists in one buffer: 6 bytes for an account (key,
 * marks), so that a million rows are held in little, and go from one thread to another without a
 * copy.
 */
export function compact(report: FileReport): FileReport {
  const all = partsOf(report).flatMap(({ entries }) => entries ?? []);
  const { buffer, starts } = store(all);
  let next = 0;
  return withParts(report, (part) =>
    part.entries === null ? part : { ...part, entries: new StoredEntries(buffer, starts[next++]!) },
  );
}
