import { damagedError } from './limits.js';

/**
 * Text of XML 1.0: the five entities and numeric references, and nothing else. A document
 * type, which alone could declare more, is refused wherever it stands.
 */

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Line ends are LF to an XML reader (XML 1.0 §2.11), then references are resolved (§4.1). */
export function xmlText(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  let reference = text.indexOf('&');
  if (reference < 0) return text;
  let resolved = '';
  let at = 0;
  while (reference >= 0) {
    const end = text.indexOf(';', reference);
    if (end < 0) throw unknownEntity();
    resolved += text.slice(at, reference) + resolve(text, reference + 1, end);
    at = end + 1;
    reference = text.indexOf('&', at);
  }
  return resolved + text.slice(at);
}

/** What the reference between `start` and `end` stands for: `amp`, `#7885`, `#x1EF9`. */
function resolve(text: string, start: number, end: number): string {
  if (text.charCodeAt(start) === HASH) {
    const hex = text.charCodeAt(start + 1) === LOWER_X;
    const code = hex ? numeral(text, start + 2, end, 16) : numeral(text, start + 1, end, 10);
    return String.fromCodePoint(code);
  }
  const known = ENTITIES.get(text.slice(start, end));
  if (known === undefined) throw unknownEntity();
  return known;
}

const HASH = 0x23;
const LOWER_X = 0x78;

/** A code point from its digits. */
function numeral(text: string, start: number, end: number, base: 10 | 16): number {
  let code = 0;
  for (let i = start; i < end; i++) {
    const digit = digitOf(text.charCodeAt(i), base);
    if (digit < 0) throw unknownEntity();
    code = code * base + digit;
    if (code > 0x10ffff) throw unknownEntity();
  }
  if (start === end) throw unknownEntity();
  return code;
}

function digitOf(c: number, base: 10 | 16): number {
  if (c >= 48 && c <= 57) return c - 48;
  const letter = (c | 0x20) - 97;
  return base === 16 && letter >= 0 && letter < 6 ? letter + 10 : -1;
}

function unknownEntity(): Error {
  return damagedError('the XML names an unknown entity');
}

/**
 * Cell text: XML text in which `_xHHHH_` stands for a UTF-16 code unit (ST_Xstring,
 * ECMA-376 Part 1 §22.9.2.19). `_x005F_` is the underscore that begins no such escape.
 */
export function cellText(raw: string): string {
  return unescapeUnits(xmlText(raw));
}

/** `_x000D_` as the UTF-16 unit that it stands for (ECMA-376 Part 1 §22.9.2.19, ST_Xstring). */
export function unescapeUnits(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, unescapeUnit) : text;
}

function unescapeUnit(_: string, hex: string): string {
  return String.fromCharCode(parseInt(hex, 16));
}

/** `<t>` without `xml:space="preserve"` loses the blanks at its ends, as in Excel. */
export function trimXmlSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return end - start === text.length ? text : text.slice(start, end);
}
