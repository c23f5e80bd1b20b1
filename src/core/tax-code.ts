import { parseDigits } from './digits.js';
import { knownPrefix, type NumberReading, readNamed } from './identity.js';

const TEN = /^\d{10}$/;
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];
const BAD: NumberReading = Object.freeze({ bad: true });

/** True where the tenth digit is 10 − (Σ dᵢwᵢ mod 11) of the first nine. */
function hasTaxCheckDigit(code: string): boolean {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += WEIGHTS[i]! * (code.charCodeAt(i) - 48);
  return 10 - (sum % 11) === code.charCodeAt(9) - 48;
}

/** A 12-digit code is the personal number and has no check digit. */
export function isValidTaxCode(code: string): boolean {
  return code.length === 12 ? knownPrefix(code) : hasTaxCheckDigit(code);
}

/** `0301234567001` → `0301234567-001`, the written form of a branch. */
function written(digits: string): string {
  return digits.length === 13 ? `${digits.slice(0, 10)}-${digits.slice(10)}` : digits;
}

/**
 * Reads a tax code: 10 digits, 13 (10-3), or since 2025-07-01 the 12-digit personal number
 * (Thông tư 86/2024/TT-BTC). 9, 11 or 12 digits that an eaten zero explains are repaired.
 * A wrong check digit is for a rule to tell: the code is still one.
 */
export function parseTaxCode(raw: string | number): NumberReading {
  if (typeof raw === 'string' && TEN.test(raw)) return { value: raw };
  const digits = parseDigits(raw);
  if (digits === null) return readNamed(raw, parseTaxCode);
  const padded = `0${digits}`;
  if (digits.length === 10 || digits.length === 13) return { value: written(digits) };
  if (digits.length === 12) {
    const branch = !knownPrefix(digits) && hasTaxCheckDigit(padded);
    return branch ? { value: written(padded), repaired: true } : { value: digits };
  }
  const eaten = (digits.length === 9 || digits.length === 11) && isValidTaxCode(padded);
  return eaten ? { value: padded, repaired: true } : BAD;
}
