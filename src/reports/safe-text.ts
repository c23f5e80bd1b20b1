/**
 * What a spreadsheet program could take for a formula at the start of a cell: `=`, `+`,
 * `-`, `@`, a tab or line break, and their full-width twins.
 */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Text that a submitter may have written, made safe for a cell: `=1+1` → `'=1+1`. */
export function safeText(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** The text that `safeText` made safe, as it was: what ccds wrote out it knows again. */
export function asWritten(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text.slice(1)) ? text.slice(1) : text;
}
