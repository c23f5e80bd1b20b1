import { byCodePoint } from '../../core/order.js';
import { nameOf, parseName } from '../../geography/names.js';
import type { IsoDate, Registry } from '../../geography/types.js';
import { HAMLET, unitAsOf } from '../../geography/validity.js';
import type { PublishedRow } from '../../history/published.js';
import type { Fact } from '../../rollup/types.js';

/** A hamlet as a package has it. */
export interface Stranger {
  readonly code: string;
  readonly name: string;
}

/** Names of one code, where registry and package differ. */
export interface Renamed {
  readonly registry: string;
  readonly package: string;
}

/** What a registry makes of a package's hamlets; both by code. */
export interface HamletsKnown {
  /** Hamlets with figures that the registry does not have on a day: nothing of theirs can count. */
  readonly strangers: readonly Stranger[];
  /** A code that the registry gives to a hamlet of another name. */
  readonly renamed: readonly Renamed[];
}

/**
 * Holds a package's hamlets against the registry of the run, which may be another than its own.
 * @param rows of its `values.csv`
 * @param facts its hamlets' figures
 * @param day whose map they stand on
 */
export function hamletsKnown(
  rows: readonly PublishedRow[],
  facts: readonly Fact[],
  registry: Registry,
  day: IsoDate,
): HamletsKnown {
  const names = new Map<string, string>();
  for (const { level, unit_code: code = '', unit_name: name = '' } of rows)
    if (level === HAMLET) names.set(code, name);
  const strangers: Stranger[] = [];
  const renamed: Renamed[] = [];
  for (const code of [...new Set(facts.map(({ unit }) => unit))].sort(byCodePoint)) {
    const unit = unitAsOf(registry, code, day);
    const name = names.get(code) ?? '';
    if (unit === undefined) strangers.push({ code, name });
    else if (name !== '' && parseName(name, HAMLET).whole !== nameOf(unit).whole)
      renamed.push({ registry: `${code} ${unit.name}`, package: `${code} ${name}` });
  }
  return { strangers, renamed };
}
