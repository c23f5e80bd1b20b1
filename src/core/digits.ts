import { clean } from './text.js';

const SEPARATED = /^'?\d[\d .-]*$/;
const SEPARATORS = /[' .-]/g;
/** What a program leaves that takes a code for a number: `96123456789.0`. */
const FLOATED = /^(\d{8,15})\.0$/;

/** A code without the `.0` of a program that took it for a number. */
export function withoutFloat(cleaned: string): string {
  return cleaned.endsWith('.0') ? cleaned.replace(FLOATED, '$1') : cleaned;
}

/**
 * The digits of a number that is a name (identity, tax): text without spaces, dots, dashes
 * and Excel's leading apostrophe; a number cell exactly. Null where there is anything else,
 * such as letters, `9,6E+10`, a sign or a fraction.
 */
export function parseDigits(raw: string | number): string | null {
  if (typeof raw === 'number') {
    return Number.isSafeInteger(raw) && raw >= 0 ? String(raw) : null;
  }
  const s = withoutFloat(clean(raw));
  return SEPARATED.test(s) ? s.replace(SEPARATORS, '') : null;
}
