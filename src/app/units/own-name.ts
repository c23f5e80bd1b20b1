import { getOrMake } from '../../core/memo.js';
import { readingsOf } from '../../forms/places/cell-readings.js';
import { startsWithUnitType } from '../../forms/places/named-places.js';
import { predecessors } from '../../geography/changes.js';
import { nameOf, parseName } from '../../geography/names.js';
import { withoutOld } from '../../geography/old-names.js';
import type { Gazetteer, Unit } from '../../geography/types.js';
import { dayBefore, HAMLET, opens } from '../../geography/validity.js';

/** A hamlet as sheets name it. */
interface Named {
  readonly commune: Unit;
  readonly name: string;
}

/**
 * Hamlets' names without the commune that stands beside them: `Ấp Gò - Xã Tân Ân`, `Ấp Gò (xã
 * Tân Ân cũ)` of a part of today's. Where it tells two of one name apart, it stays.
 * @returns by `keyOf`; those that name no commune of their own are left out
 */
export function ownNames(
  registry: Gazetteer,
  named: readonly Named[],
): ReadonlyMap<string, string> {
  const own = named.flatMap((one) => {
    const found = withoutCommune(registry, one);
    return found === null ? [] : [{ ...one, ...found }];
  });
  const told = new Map<string, Set<string>>();
  const hamletOf = ({ commune, hamlet }: (typeof own)[number]) =>
    `${commune.code}\n${parseName(hamlet, HAMLET).whole}`;
  for (const one of own) getOrMake(told, hamletOf(one), () => new Set()).add(one.old);
  const alone = own.filter((one) => told.get(hamletOf(one))!.size === 1);
  return new Map(alone.map((one) => [keyOf(one), one.hamlet]));
}

export function keyOf({ commune, name }: Named): string {
  return `${commune.code}\n${name}`;
}

/** The hamlet, and the old commune that stands beside it; blank for its own of today. */
function withoutCommune(registry: Gazetteer, { commune, name }: Named) {
  for (const { hamlet, commune: written } of readingsOf(name)) {
    if (hamlet === undefined || written === undefined) continue;
    if (startsWithUnitType(written) !== 'commune') continue;
    const said = withoutOld({ commune: written })?.commune ?? written;
    const { whole } = parseName(said, 'commune');
    if (nameOf(commune).whole === whole) return { hamlet, old: '' };
    const before =
      commune.validFrom === null ? [] : predecessors(registry, commune, dayBefore(opens(commune)));
    if (before.some((unit) => nameOf(unit).whole === whole)) return { hamlet, old: whole };
  }
  return null;
}
