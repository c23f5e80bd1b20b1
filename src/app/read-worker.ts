import { Tinypool } from 'tinypool';
import { placesOf } from './cache-place.js';
import { buffersOf } from './compact.js';
import { fileReader, type ReadFile } from './file-reader.js';
import type { Submission } from './read-submission.js';
import { type Task, UNPREPARED } from './read-worker-task.js';

let read: ReadFile | undefined;

/** Does one task in a worker. */
export default async (task: Task): Promise<unknown> => {
  if ('place' in task) return placesOf(task.place);
  if (task.job !== undefined) read ??= fileReader(task.job);
  return read === undefined ? UNPREPARED : handedOver(await read(task.read));
};

/** Parts, counts and findings go back, never rows; a list's numbers are handed over, not copied. */
function handedOver(report: Submission): unknown {
  if (report === 'own-output') return report;
  const handed = {
    [Tinypool.transferableSymbol]: buffersOf(report),
    [Tinypool.valueSymbol]: report,
  };
  return Tinypool.move(handed as unknown as Parameters<typeof Tinypool.move>[0]);
}
