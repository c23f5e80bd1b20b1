import { getOrMake, memo } from '../../core/memo.js';

/**
 * Takes from a list what has one of some keys, in the list's order. A province without districts
 * has a workbook for each commune: the list is gone through once for all of them.
 */
export function lookup<T>(keysOf: (one: T) => readonly string[]) {
  const placesIn = memo((list: readonly T[]): ReadonlyMap<string, readonly number[]> => {
    const places = new Map<string, number[]>();
    for (const [i, one] of list.entries())
      for (const key of keysOf(one)) getOrMake(places, key, () => []).push(i);
    return places;
  });
  return (list: readonly T[], keys: Iterable<string>): T[] => {
    const places = placesIn(list);
    return inOrder(Array.from(keys, (key) => places.get(key) ?? [])).map((i) => list[i]!);
  };
}

/** All indexes of some lists, each once, as they rise; one unit may have a million. */
function inOrder(lists: readonly (readonly number[])[]): number[] {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const one of lists) {
    all.set(one, end);
    end += one.length;
  }
  all.sort();
  return Array.from(all.filter((i, at) => at === 0 || i !== all[at - 1]));
}

/** The key of a file beside those of units, which are their codes. */
export function fileKey(file: string): string {
  return `\u0000${file}`;
}
