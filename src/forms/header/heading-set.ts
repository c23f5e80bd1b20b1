/**
 * Headings as they are typed, asked of every row's first cells: a text that has no heading's
 * first letter and length is turned away without hashing it.
 */
export interface HeadingSet {
  has(text: string): boolean;
}

/**
 * Indexes headings by their first letters and lengths.
 * @param spellings in lower case
 */
export function headingSet(spellings: ReadonlySet<string>): HeadingSet {
  const lengths = new Map<number, number>();
  for (const text of spellings) {
    for (const first of [text.charCodeAt(0), text.toUpperCase().charCodeAt(0)])
      lengths.set(first, (lengths.get(first) ?? 0) | lengthBit(text));
  }
  const isIn = (text: string) => spellings.has(text) || spellings.has(text.toLowerCase());
  return {
    has(text) {
      const known = lengths.get(text.charCodeAt(0));
      return known !== undefined && (known & lengthBit(text)) !== 0 && isIn(text);
    },
  };
}

/** A bit for each length; the last one stands for all that are longer. */
function lengthBit(text: string): number {
  return 1 << Math.min(text.length, 31);
}
