import { groupBy } from '../core/group-by.js';
import { indexNames, lookup, type NameIndex } from './name-index.js';
import { parseName } from './names.js';
import { partsOf } from './placing.js';
import type { IsoDate, Named, Unit } from './types.js';

/** Units that are not valid today, found by level and name, or by code. */
export interface UnitFinder {
  readonly find: (level: string, text: string) => readonly Unit[];
  /** The days, ascending, that `dayOf` gives for the units that the names may mean. */
  readonly days: (named: Named, dayOf: (unit: Unit) => IsoDate) => readonly IsoDate[];
}

/** Finds among some units. The index is made when first asked for: most runs never do. */
export function createUnitFinder(units: () => readonly Unit[]): UnitFinder {
  let indexes: ReadonlyMap<string, NameIndex<Unit>> | undefined;
  const find: UnitFinder['find'] = (level, text) => {
    indexes ??= indexByLevel(units());
    const index = indexes.get(level);
    if (index === undefined) return [];
    const named = lookup(index, parseName(text, level));
    const isCode = named.length === 0 && /^\d+$/.test(text);
    return isCode ? index.items.filter((unit) => unit.code === text) : named;
  };
  const days: UnitFinder['days'] = (named, dayOf) => {
    const found = partsOf(named).flatMap(([level, text]) => find(level, text));
    return [...new Set(found.map(dayOf))].sort();
  };
  return { find, days };
}

function indexByLevel(units: readonly Unit[]): ReadonlyMap<string, NameIndex<Unit>> {
  const byLevel = groupBy(units, (unit) => unit.level);
  return new Map([...byLevel].map(([level, of]) => [level, indexNames(of, (unit) => unit)]));
}
