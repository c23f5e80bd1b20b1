import { clean, fold, foldAccents } from '../../core/text.js';
import type { Value } from '../../core/value.js';
import { BLANK, bad, saysNothing } from './results.js';
import type { Cast, ExpectedId } from './types.js';

/** Spelling (lower case, no accents) → result, with what people's columns really hold. */
export type Words = ReadonlyMap<string, Cast>;

/** `words({ male: 'nam m', … })`. */
export function words<T extends string>(by: Readonly<Record<T, string>>, value: (key: T) => Cast) {
  const map = new Map<string, Cast>();
  for (const key of Object.keys(by) as T[]) {
    for (const word of by[key].split('|')) map.set(word, value(key));
  }
  return map;
}

/** Looks text up as it stands, then folded; a column holds the same few texts over and over. */
export function lookUp(raw: string, map: Words, expected: ExpectedId): Cast {
  const direct = map.get(raw);
  if (direct !== undefined) return direct;
  const cleaned = clean(raw);
  if (saysNothing(cleaned)) return map.get('') ?? BLANK;
  return map.get(foldAccents(fold(cleaned)).replace(/[.:]$/, '')) ?? bad(raw as Value, expected);
}
