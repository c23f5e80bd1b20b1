import { type Base, nodeOf, TOP_DOWN, without } from './base.js';
import type { MatchUnit } from './place.js';
import type { UnitLevel } from './unit-columns.js';

/** Texts looked up for one table: each costs a look at all names near. */
const MOST_LOOKED_UP = 500;

/**
 * Level of the unit that a text alone names, below what the sheet says of the units above;
 * null for a stranger. Several units of one name are still of one level.
 */
export function levelFinder(base: Base, match: MatchUnit): (text: string) => UnitLevel | null {
  const known = new Map<string, UnitLevel | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (!/\p{L}|^\d{5,}$/u.test(text) || text.length > 60 || known.size >= MOST_LOOKED_UP)
      return null;
    const level = [...TOP_DOWN].reverse().find((one) => isNamed(text, one, base, match)) ?? null;
    known.set(text, level);
    return level;
  };
}

function isNamed(text: string, level: UnitLevel, { named }: Base, match: MatchUnit): boolean {
  const lower = TOP_DOWN.slice(TOP_DOWN.indexOf(level));
  const found = match({ ...without(named, lower), [level]: text });
  if (found.kind === 'ambiguous') return found.choices.every(({ unit }) => unit.level === level);
  return nodeOf(found)?.unit.level === level;
}
