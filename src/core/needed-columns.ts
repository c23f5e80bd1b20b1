/**
 * A table's header, as it stands, where no column is missing that its rows can't do without.
 * @throws Error which names those that are
 */
export function withNeeded(header: string[], needed: readonly string[]): string[] {
  const missing = needed.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new Error(`no column ${missing.join(', ')}`);
  return header;
}
