/** The code that an error bears (`ENOENT`, `Z_DATA_ERROR`); blank where it bears none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
