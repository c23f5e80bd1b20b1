import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';

/** What nearly all of a province takes, in bytes: below it memory is there to be used. */
const ROOMY = 320 * 2 ** 20;
/** By how much a large heap may grow over what is in use, until it is collected once more. */
const GROWTH_PERCENT = 20;
/** A small one may grow by so many bytes: to go through it again after less saves next to nothing. */
const LEAST_GROWTH = 64 * 2 ** 20;
/** V8's own choice for a small heap. */
const MOST_PERCENT = 300;

let isLarge = false;
let percent = 0;

/**
 * Called now and then: once the process has become large, V8 collects sooner. By itself it lets
 * a heap grow to several times what is in use, the faster it is filled: ten provinces would take
 * three times the memory of one, with hardly more in use. A thread that reads for another keeps
 * next to nothing, and what is set holds for all of them.
 */
export function growSlowlyOnceLarge(): void {
  if (!isMainThread) return;
  isLarge ||= process.memoryUsage.rss() >= ROOMY;
  if (!isLarge) return;
  const wanted = growthPercent(getHeapStatistics().used_heap_size);
  if (wanted === percent) return;
  percent = wanted;
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/**
 * By how many percent of what is in use, in bytes, the heap may grow: in steps of ten, so that it
 * is not set anew for each byte.
 */
export function growthPercent(used: number): number {
  const least = Math.ceil((10 * LEAST_GROWTH) / used) * 10;
  return Math.min(Math.max(least, GROWTH_PERCENT), MOST_PERCENT);
}
