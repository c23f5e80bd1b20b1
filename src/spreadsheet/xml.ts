import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { damagedError, documentTypeError } from './limits.js';
import { xmlText } from './xml-text.js';

/**
 * A small pull reader for the small parts of a workbook (relationships, workbook, styles,
 * properties). Sheets and shared strings have scanners of their own.
 *
 *     const xml = new XmlReader(text);
 *     while (xml.next()) if (xml.opens('sheet')) names.push(xml.attribute('name'));
 *
 * Comments, CDATA sections and processing instructions are passed over, a document type is
 * refused. Linear in the length of the text.
 */
export class XmlReader {
  /** Of the tag, without its prefix. */
  name = '';
  /** The tag is `</name>`. */
  closing = false;
  /** The tag is `<name/>`. */
  empty = false;
  /** Where what follows the tag begins. */
  end = 0;
  private attributesStart = 0;

  constructor(
    readonly text: string,
    start = 0,
  ) {
    this.end = start;
  }

  /** Goes on to the next tag; false where there is none. */
  next(): boolean {
    const { text } = this;
    for (;;) {
      const start = text.indexOf('<', this.end);
      if (start < 0) return false;
      const c = text.charCodeAt(start + 1);
      if (c === 33 /* ! */ || c === 63 /* ? */) {
        this.end = skipMarkup(text, start);
      } else {
        this.readTag(start);
        return true;
      }
    }
  }

  /** The tag opens an element of that name (or is all of it). */
  opens(name: string): boolean {
    return this.name === name && !this.closing;
  }

  private readTag(start: number): void {
    const { text } = this;
    this.closing = text.charCodeAt(start + 1) === 47; /* / */
    let nameStart = this.closing ? start + 2 : start + 1;
    let at = nameStart;
    for (; at < text.length; at++) {
      const c = text.charCodeAt(at);
      if (c <= 32 || c === 47 || c === 62) break;
      if (c === 58 /* : */) nameStart = at + 1;
    }
    this.name = text.slice(nameStart, at);
    this.attributesStart = at;
    this.end = tagEnd(text, at) + 1;
    this.empty = !this.closing && text.charCodeAt(this.end - 2) === 47;
  }

  /** An attribute of the tag by its local name: the first, or the one of that prefix. */
  attribute(wanted: string, prefix?: string): string | undefined {
    const { text, end } = this;
    let at = this.attributesStart;
    for (;;) {
      // By steps, not by `indexOf`, which would search on to the end of the document.
      while (at < end && isBlank(text.charCodeAt(at))) at++;
      const start = at;
      while (at < end && text.charCodeAt(at) !== EQUALS) at++;
      const name = text.slice(start, at++).trimEnd();
      while (at < end && isBlank(text.charCodeAt(at))) at++;
      const quote = text.charCodeAt(at);
      if (at >= end || (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE)) return undefined;
      const close = text.indexOf(text[at]!, at + 1);
      if (isAttribute(name, wanted, prefix)) return xmlText(text.slice(at + 1, close));
      at = close + 1;
    }
  }

  /** The text between the tag and the next one. */
  textAfter(): string {
    const end = this.text.indexOf('<', this.end);
    return xmlText(this.text.slice(this.end, end < 0 ? this.text.length : end));
  }
}

const EQUALS = 61;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

function isAttribute(name: string, wanted: string, prefix: string | undefined): boolean {
  const colon = name.indexOf(':');
  if (prefix !== undefined && name.slice(0, Math.max(0, colon)) !== prefix) return false;
  return colon < 0 ? name === wanted : name.slice(colon + 1) === wanted;
}

function isBlank(c: number): boolean {
  return c <= 32;
}

function skipMarkup(text: string, start: number): number {
  for (const [open, close] of MARKUP) {
    if (!text.startsWith(open, start)) continue;
    const end = text.indexOf(close, start + open.length);
    if (end < 0) throw damagedError('the XML ends early');
    return end + close.length;
  }
  throw documentTypeError();
}

const MARKUP = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** The `>` of a tag: one inside an attribute's value is not it. */
function tagEnd(text: string, start: number): number {
  let quote = 0;
  for (let i = start; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 62 /* > */) {
      return i;
    } else if (c === 34 || c === 39) {
      quote = c;
    }
  }
  throw damagedError('the XML ends early');
}

/**
 * A part as UTF-8 bytes. OPC (ECMA-376 Part 2 §6.2.5) allows UTF-16 too, and a few writers
 * declare other sets; bytes that are not what they claim to be would be garbage in silence.
 */
export function utf8Part(bytes: Buffer, part: string): Buffer {
  const label = declaredEncoding(bytes);
  if (label === undefined) {
    if (!isUtf8(bytes)) throw damagedError('the XML is not UTF-8', { part });
    return bytes;
  }
  const text = decoded(bytes, label);
  if (text === null) throw damagedError(`the XML is not ${label}`, { part });
  return Buffer.from(text, 'utf8');
}

/**
 * Null where the bytes are not in that set. Not by `TextDecoder`: Node 20's knows windows-1252 as
 * Latin-1.
 */
function decoded(bytes: Buffer, label: string): string | null {
  if (!iconv.encodingExists(label)) return null;
  const text = iconv.decode(bytes, label);
  return text.includes('\ufffd') ? null : text;
}

/** A declared or evident character set other than UTF-8. */
export function declaredEncoding(bytes: Buffer): string | undefined {
  const first = bytes[0];
  const second = bytes[1];
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  if (first !== 0x3c || second !== 0x3f) return undefined;
  const declaration = bytes.toString('latin1', 0, 120).split('?>', 1)[0]!;
  const label = /\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(declaration)?.[1]?.toLowerCase();
  return label === 'utf-8' || label === 'utf8' || label === 'us-ascii' ? undefined : label;
}
