import { memo } from '../core/memo.js';
import type { Unit } from './types.js';

const unpadded = (code: string) => code.replace(/^0+(?=\d)/, '');

const codesUnpadded = memo(
  (units: readonly Unit[]): ReadonlyMap<string, string> =>
    new Map(units.map(({ code }) => [unpadded(code), code])),
);

/** The code of a unit that is another one but for its leading zeros, which a spreadsheet drops. */
export function withOtherZeros(units: readonly Unit[], code: string): string | undefined {
  const known = codesUnpadded(units).get(unpadded(code));
  return known === code ? undefined : known;
}
