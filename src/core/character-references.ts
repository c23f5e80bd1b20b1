import { CP1252_C1 } from './legacy-tables.js';

/** A letter by its number in Unicode, as on a page of the web: `&#7844;` or `&#x1ea4;` for `Ấ`. */
export const NUMBERED_LETTER = /&#(?:(\d{2,5})|x([\da-f]{2,4}));/gi;

/** A text whose letters stand as their numbers, with the letters. */
export function withLetters(text: string): string {
  return text.replace(NUMBERED_LETTER, (_, decimal?: string, hex?: string) =>
    characterOf(decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)),
  );
}

/** The character of a number (HTML Standard §13.2.5.80): 128 to 159 are meant as bytes of windows-1252. */
export function characterOf(code: number): string {
  if (code >= 0x80 && code < 0xa0) return CP1252_C1[code - 0x80]!;
  const known = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return known ? String.fromCodePoint(code) : '\ufffd';
}
