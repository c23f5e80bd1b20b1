import { getOrMake, memo } from '../core/memo.js';
import {
  hasRareType,
  hasSign,
  nameOf,
  type UnitName,
  withOneSign,
  withoutApostrophes,
} from './names.js';
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

/** Indexes things by the folded names of their units, or by what `as` makes of these. */
export function indexNames<T>(
  items: readonly T[],
  unitOf: (item: T) => Unit,
  as = (folded: string) => folded,
): NameIndex<T> {
  const whole = new Map<string, T[]>();
  const bare = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(unitOf(item));
    getOrMake(whole, as(name.whole), () => []).push(item);
    getOrMake(bare, as(name.bare), () => []).push(item);
  }
  return { items, unitOf, whole, bare };
}

/**
 * All that bear a name exactly, once folded. A name with a type is of that type; one without
 * is of any; a type that the registry itself leaves out does not matter. Of several, those
 * written just so win over those that only fold to the same (`Khóm 1` over `Khóm I`). Where
 * there is none, a sign between numbers may be another (`19.5` is `19/5`), and apostrophes may be
 * left out.
 */
export function lookup<T>(index: NameIndex<T>, name: UnitName): readonly T[] {
  const found = exactly(index, name);
  if (found.length > 0) return found;
  return hasSign(name.bare) ? byNumbers(index, name) : byLetters(index, name);
}

function exactly<T>(index: NameIndex<T>, name: UnitName): readonly T[] {
  let found = name.type === '' ? [] : (index.whole.get(name.whole) ?? []);
  if (found.length === 0) found = index.bare.get(name.whole) ?? [];
  if (found.length === 0 && name.type !== '') {
    const bare = index.bare.get(name.bare) ?? [];
    found = bare.filter((item) => nameOf(index.unitOf(item)).type === '');
    // `Ấp Khu Chợ` is the registry's `Khu Chợ`.
    if (found.length === 0)
      found = (index.whole.get(name.bare) ?? []).filter((item) =>
        hasRareType(nameOf(index.unitOf(item))),
      );
  }
  if (found.length < 2) return found;
  const plain = found.filter((item) => nameOf(index.unitOf(item)).plain === name.plain);
  return plain.length > 0 ? plain : found;
}

const signedOf = memo(({ items, unitOf }: NameIndex<unknown>) =>
  indexNames(
    items.filter((item) => hasSign(nameOf(unitOf(item)).bare)),
    unitOf,
    withOneSign,
  ),
);

/** By names without apostrophes; null where no unit's has one. */
const byLettersOf = memo((index: NameIndex<unknown>) => {
  const { items, unitOf } = index;
  const has = items.some((item) => nameOf(unitOf(item)).bare.includes("'"));
  return has ? indexNames(items, unitOf, withoutApostrophes) : null;
});

function byLetters<T>(index: NameIndex<T>, name: UnitName): readonly T[] {
  const letters = byLettersOf(index as NameIndex<unknown>) as NameIndex<T> | null;
  if (letters === null && !name.whole.includes("'")) return [];
  const [whole, bare] = [withoutApostrophes(name.whole), withoutApostrophes(name.bare)];
  return exactly(letters ?? index, { ...name, whole, bare });
}

/** A number alone that may have lost a nought at its end: 3.20 is 3.2 in a cell. */
const DECIMAL = /^\d+\.\d$/;

function byNumbers<T>(index: NameIndex<T>, name: UnitName): readonly T[] {
  const signed = signedOf(index as NameIndex<unknown>) as NameIndex<T>;
  const [whole, bare] = [withOneSign(name.whole), withOneSign(name.bare)];
  const found = exactly(signed, { ...name, whole, bare });
  if (found.length === 0 || !DECIMAL.test(name.whole)) return found;
  return [...found, ...(signed.bare.get(`${bare}0`) ?? [])];
}
