/** JSON as it is printed and kept in files: indented, with a line end. */
export function jsonText(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
