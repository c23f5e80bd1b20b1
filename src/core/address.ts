/** `0` → `A`, `27` → `AB`: the letters of a 0-based column. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 address of a 0-based column and a 1-based row. */
export function cellAddress(column: number, row: number): string {
  return columnLetters(column) + row;
}

/** The 1-based row of an A1 address. */
export function rowOf(address: string): number {
  return Number(/\d+$/.exec(address)?.[0] ?? 0);
}

/** `A` → 0, `AB` → 27: the 0-based column of its letters, in either case. */
export function columnNumber(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}
