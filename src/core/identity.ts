import { namedNumber, parseDigits } from './digits.js';

/**
 * First three digits of a personal number (số định danh): the province where the birth was
 * registered, by the codes of the 63 provinces of before 2025-07-01 (Thông tư
 * 59/2021/TT-BCA, annex I). The codes stay those of the number for life.
 */
const PROVINCES: ReadonlySet<string> = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 ' +
    '034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 ' +
    '067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
);
/** The same as numbers: every account is looked at. */
const PREFIXES: ReadonlySet<number> = new Set([...PROVINCES].map(Number));
/** Countries (born abroad) have numbers from here on (annex II). */
const FIRST_COUNTRY = 101;
const LAST_COUNTRY = 399;

/** True where the number begins with the code of a province or a country. */
export function knownPrefix(id: string): boolean {
  const prefix = 100 * digitAt(id, 0) + 10 * digitAt(id, 1) + digitAt(id, 2);
  return PREFIXES.has(prefix) || (prefix >= FIRST_COUNTRY && prefix <= LAST_COUNTRY);
}

/** Year of birth that the 4th to 6th digits say (Nghị định 137/2015, art. 13). */
export function yearOfBirth(id: string): number {
  const [century, ten, one] = [digitAt(id, 3), digitAt(id, 4), digitAt(id, 5)];
  return 1900 + Math.floor(century / 2) * 100 + 10 * ten + one;
}

/** Sex that the 4th digit says (as above). */
export function sexOf(id: string): 'male' | 'female' {
  return digitAt(id, 3) % 2 === 0 ? 'male' : 'female';
}

function digitAt(id: string, index: number): number {
  return id.charCodeAt(index) - 48;
}

/** An identity or tax number, digits alone. `repaired`: a leading zero was put back. */
export type NumberReading =
  | { readonly value: string; readonly repaired?: true }
  | { readonly bad: true; readonly suggestion?: string };

const BAD: NumberReading = Object.freeze({ bad: true });
const ID = /^\d{12}$/;
const EATEN_ONE = /^[1-9]\d{10}$/;
const EATEN_TWO = /^[1-9]\d{9}$/;

/**
 * Reads a personal number: 12 digits, spaces and dots dropped. Where 11 digits are left and
 * a zero before them makes a province's code, Excel has eaten that zero: put back, and
 * told. Of 10 digits that is sure only in a number cell (text may be an old or other number).
 */
export function parseIdentity(raw: string | number): NumberReading {
  if (typeof raw === 'string' && ID.test(raw)) return { value: raw };
  const digits = parseDigits(raw);
  if (digits === null) return readNamed(raw, parseIdentity);
  if (lostDigits(raw, digits)) return BAD;
  if (ID.test(digits)) return { value: digits };
  if (EATEN_ONE.test(digits)) return eaten(`0${digits}`);
  if (!EATEN_TWO.test(digits)) return BAD;
  const read = eaten(`00${digits}`);
  return typeof raw === 'number' || 'bad' in read ? read : { bad: true, suggestion: read.value };
}

/** A number among other words: told, and only suggested where they may say something of it. */
export function readNamed(
  raw: string | number,
  parse: (number: string) => NumberReading,
): NumberReading {
  const named = typeof raw === 'string' ? namedNumber(raw) : null;
  const read = named === null ? BAD : parse(named.number);
  if ('bad' in read) return read;
  return named!.sure
    ? { value: read.value, repaired: true }
    : { bad: true, suggestion: read.value };
}

function eaten(value: string): NumberReading {
  return PROVINCES.has(value.slice(0, 3)) ? { value, repaired: true } : BAD;
}

/** A number typed from `9,6E+10` ends in zeros: its last digits are lost for good. */
function lostDigits(raw: string | number, digits: string): boolean {
  return typeof raw === 'number' && digits.endsWith('000000');
}
