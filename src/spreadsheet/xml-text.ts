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
  return text.includes('&') ? text.replace(/&([^;&]*);?/g, resolveReference) : text;
}

function resolveReference(whole: string, name: string): string {
  const known = ENTITIES.get(name);
  if (known !== undefined && whole.endsWith(';')) return known;
  const match = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  const code = match?.[1] === undefined ? Number(match?.[2] ?? Number.NaN) : parseInt(match[1], 16);
  if (!whole.endsWith(';') || !(code <= 0x10ffff)) {
    throw damagedError(`the XML names an unknown entity`);
  }
  return String.fromCodePoint(code);
}

/**
 * Cell text: XML text in which `_xHHHH_` stands for a UTF-16 code unit (ST_Xstring,
 * ECMA-376 Part 1 §22.9.2.19). `_x005F_` is the underscore that begins no such escape.
 */
export function cellText(raw: string): string {
  return unescapeUnits(xmlText(raw));
}

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
