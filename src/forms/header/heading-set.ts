/**
 * Headings as they are typed, asked of every row's first cells: a text that has no heading's
 * first letter, length and last letter is turned away without hashing it.
 */
export interface HeadingSet {
  has(text: string): boolean;
}

/**
 * Indexes headings by their first letters, lengths and last letters.
 * @param spellings in lower case
 */
export function headingSet(spellings: ReadonlySet<string>): HeadingSet {
  const ends = new Map<number, number>();
  for (const text of spellings)
    for (const typed of [text, text.toUpperCase(), text.charAt(0).toUpperCase() + text.slice(1)]) {
      const start = startOf(typed);
      ends.set(start, (ends.get(start) ?? 0) | endBit(typed));
    }
  return {
    has(text) {
      if (text === '') return false;
      const known = ends.get(startOf(text));
      if (known === undefined || (known & endBit(text)) === 0) return false;
      return spellings.has(text) || spellings.has(text.toLowerCase());
    },
  };
}

const LONGEST = 63;

/** The first letter and the length, as one number. */
function startOf(text: string): number {
  return text.charCodeAt(0) * (LONGEST + 1) + Math.min(text.length, LONGEST);
}

/** One of 32 bits for the last letter. */
function endBit(text: string): number {
  return 1 << (text.charCodeAt(text.length - 1) & 31);
}
