import { Worker, workerData } from 'node:worker_threads';

/**
 * Holds this process to its time, from a thread of its own: the one that reads is busy.
 * Processor time is what counts, so that a file that was read on a quiet machine is not
 * refused on a busy one.
 */

/** How often is looked. */
const INTERVAL_MILLISECONDS = 50;

/** Processor time used so far, of all threads, in milliseconds. */
function usedMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return Math.round((user + system) / 1000);
}

/** Starts the thread; what it returns sets the time from now on, or ends the watch with 0. */
export function startWatch(): (milliseconds: number) => void {
  const deadline = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  new Worker(new URL(import.meta.url), { workerData: deadline }).unref();
  return (milliseconds) => {
    Atomics.store(deadline, 0, milliseconds === 0 ? 0 : usedMilliseconds() + milliseconds);
  };
}

/** Ends the process when the deadline has passed. */
function watch(deadline: Int32Array): void {
  setInterval(() => {
    const last = Atomics.load(deadline, 0);
    if (last > 0 && usedMilliseconds() > last) process.kill(process.pid, 'SIGKILL');
  }, INTERVAL_MILLISECONDS);
}

if (workerData instanceof Int32Array) watch(workerData);
