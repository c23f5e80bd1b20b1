import type { Fetch } from '../../forms/list-bytes.js';
import type { FileReport } from '../../forms/report.js';
import { partsOf } from '../../forms/report-parts.js';
import { StoredEntries } from '../../forms/stored-entries.js';
import { isOfSystem } from '../system/error.js';
import { NamelessFile } from './nameless-file.js';

/** More than the lists of a province that are seldom looked at again: these stay in memory. */
const HELD_BYTES = 8 * 2 ** 20;

/** Where bytes can be put. */
export type Away = Pick<NamelessFile, 'put'>;

/** Puts bytes away. @returns what gets them back; null where they can't be put away, and stay */
export type Put = (bytes: ArrayBuffer) => Fetch | null;

/**
 * Puts the lists of reports that are seldom looked at again on the disk, once those before them
 * fill their share of memory: what a run takes then hardly grows with how many files it reads.
 * Where the disk does not take them they stay.
 * @param most bytes that stay in memory
 */
export function listsPutAway(put: Put, most = HELD_BYTES): (report: FileReport) => void {
  let held = 0;
  return (report) => {
    for (const { entries } of partsOf(report)) {
      if (!(entries instanceof StoredEntries) || !entries.bytes.isSeldom) continue;
      if (held > most) entries.bytes.putAway(put);
      held += entries.bytes.held;
      // All that is seldom looked at in a report is held in one.
      return;
    }
  };
}

/** Opens what it needs when it is needed first, and never tries again what failed. */
export function putter(open: () => Away = () => new NamelessFile()): Put {
  let away: Away | null | undefined;
  return (bytes) => {
    try {
      if (away === undefined) away = open();
      return away?.put(bytes) ?? null;
    } catch (error) {
      if (!isOfSystem(error)) throw error;
      away = null;
      return null;
    }
  };
}
