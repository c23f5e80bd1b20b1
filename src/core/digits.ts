import { clean, fold, foldAccents } from './text.js';

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

const LABELLED =
  /^(?:(?:so |ma )*(?:cccd|cc|cmnd|dinh danh(?: ca nhan)?|ddcn|mst|so thue|thue)[ .:]*)?#?(\d[\d .-]*\d)[.,;]?(?: ?\(([^\d()]*)\))?[.,;]?$/;
/** Notes that leave a number in force. */
const IN_FORCE = /^(?:|da cap|da co|moi|cccd|gan chip|co gan chip)$/;

/** The number that a cell names beside other words; `sure` where they change nothing of it. */
export interface NamedNumber {
  readonly number: string;
  readonly sure: boolean;
}

/** `CCCD: 096085001243`, `096085001254;`, full-width figures; null for any other text. */
export function namedNumber(text: string): NamedNumber | null {
  const match = LABELLED.exec(foldAccents(fold(text)));
  if (match === null) return null;
  return { number: match[1]!, sure: IN_FORCE.test(match[2] ?? '') };
}
