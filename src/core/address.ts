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
