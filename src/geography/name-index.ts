import { getOrMake } from '../core/memo.js';
import { nameOf, type UnitName } from './names.js';
import type { Unit } from './types.js';

/** Things that have a unit (nodes, or units themselves), found by folded name. */
export interface NameIndex<T> {
  readonly items: readonly T[];
  readonly unitOf: (item: T) => Unit;
  /** By name with its type. */
  readonly whole: ReadonlyMap<string, readonly T[]>;
  /** By name without its type. */
  readonly bare: ReadonlyMap<string, readonly T[]>;
}

/** Indexes things by the folded names of their units. */
export function indexNames<T>(items: readonly T[], unitOf: (item: T) => Unit): NameIndex<T> {
  const whole = new Map<string, T[]>();
  const bare = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(unitOf(item));
    getOrMake(whole, name.whole, () => []).push(item);
    getOrMake(bare, name.bare, () => []).push(item);
  }
  return { items, unitOf, whole, bare };
}

/**
 * All that bear a name exactly, once folded. A name with a type is of that type; one without
 * is of any; a type that the registry itself leaves out does not matter. Of several, those
 * written just so win over those that only fold to the same (`Khóm 1` over `Khóm I`).
 */
export function lookup<T>(index: NameIndex<T>, name: UnitName): readonly T[] {
  let found = name.type === '' ? [] : (index.whole.get(name.whole) ?? []);
  if (found.length === 0) found = index.bare.get(name.whole) ?? [];
  if (found.length === 0 && name.type !== '') {
    const bare = index.bare.get(name.bare) ?? [];
    found = bare.filter((item) => nameOf(index.unitOf(item)).type === '');
  }
  if (found.length < 2) return found;
  const plain = found.filter((item) => nameOf(index.unitOf(item)).plain === name.plain);
  return plain.length > 0 ? plain : found;
}
