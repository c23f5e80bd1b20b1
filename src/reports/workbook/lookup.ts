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
    const found = new Set<number>();
    for (const key of keys) for (const i of places.get(key) ?? []) found.add(i);
    return [...found].sort((a, b) => a - b).map((i) => list[i]!);
  };
}

/** The key of a file beside those of units, which are their codes. */
export function fileKey(file: string): string {
  return `\u0000${file}`;
}
