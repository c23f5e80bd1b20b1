/** Characters of a sheet's name: Excel's limit. */
const LONGEST = 31;

/**
 * Names for sheets of those titles, each once whatever its case, and none of `taken`: 31
 * characters, none of `[]:*?/\`, no apostrophe at an end.
 */
export function sheetNames(titles: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return titles.map((title) => {
    for (let n = 1; ; n++) {
      const name = numbered(title.replace(/[[\]:*?/\\]/g, ' ').trim(), n);
      if (used.has(name.toLowerCase())) continue;
      used.add(name.toLowerCase());
      return name;
    }
  });
}

function numbered(title: string, n: number): string {
  const end = n === 1 ? '' : ` (${n})`;
  const bare = title.replace(/^['\s]+/, '').slice(0, LONGEST - end.length);
  return bare.replace(/['\s]+$/, '') + end;
}
