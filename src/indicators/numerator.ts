import type { Numerator } from './types.js';

/** The indicator that a ratio's numerator is of: its sum, or the hamlets that have some of it. */
export function indicatorIn(numerator: Numerator): string {
  return 'indicator' in numerator ? numerator.indicator : numerator.hamletsWith;
}
