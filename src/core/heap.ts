import { setFlagsFromString } from 'node:v8';

/** What nearly all of a province takes, in bytes: below it memory is there to be used. */
const ROOMY = 320 * 2 ** 20;
/** By how much the heap may grow over what is in use, until it is collected once more. */
const GROWTH_PERCENT = 20;

let isThrifty = false;

/**
 * Called now and then: once the process has become large, V8 collects sooner. By itself it lets
 * a heap grow to several times what is in use, the faster it is filled: ten provinces would take
 * three times the memory of one, with hardly more in use.
 */
export function growSlowlyOnceLarge(): void {
  if (isThrifty || process.memoryUsage.rss() < ROOMY) return;
  isThrifty = true;
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
