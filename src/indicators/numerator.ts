import type { Indicator, Numerator } from './types.js';

/** The indicator that a ratio's numerator is of: its sum, or the hamlets that have some of it. */
export function indicatorIn(numerator: Numerator): string {
  return 'indicator' in numerator ? numerator.indicator : numerator.hamletsWith;
}

/** A number of hamlets or a share of them: no hamlet has one (contract, Commands). */
export function isOfHamlets(indicator: Indicator): boolean {
  if (indicator.kind === 'hamlets') return true;
  return indicator.kind === 'ratio' && 'hamletsWith' in indicator.numerator;
}
