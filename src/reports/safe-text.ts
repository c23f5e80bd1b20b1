/**
 * What a spreadsheet program could take for a formula at the start of a cell: `=`, `+`,
 * `-`, `@`, a tab or line break, and their full-width twins.
 */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Text that a submitter may have written, made safe for a cell: `=1+1` → `'=1+1`. */
export function safeText(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}
