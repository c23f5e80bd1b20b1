import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { BYTE_ENCODINGS } from '../core/legacy-encodings.js';
import { CP1252_C1 } from '../core/legacy-tables.js';
import { LegacyDetector } from '../core/legacy-text.js';
import { limitError, MAX_TEXT_FILE_BYTES } from './limits.js';
import type { Source } from './source.js';

/** Character sets that a text file can be told to be in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';

export interface DetectedEncoding {
  readonly encoding: TextEncoding;
  /** Length of the byte order mark. */
  readonly skip: number;
}

/** Tells the character set by byte order mark, zero bytes, validity, and Vietnamese letters. */
export function detectEncoding(bytes: Buffer): DetectedEncoding {
  const [a, b, c] = [bytes[0], bytes[1], bytes[2]];
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2 };
  const utf16 = utf16WithoutMark(bytes);
  if (utf16 !== null) return { encoding: utf16, skip: 0 };
  if (isUtf8(bytes) || isNearlyUtf8(bytes)) return { encoding: 'utf-8', skip: 0 };
  return { encoding: singleByteEncoding(bytes), skip: 0 };
}

/**
 * UTF-8 of which few bytes are broken, as of a file that was cut within a letter or that a line
 * in another character set was put to: chance makes hardly any letters of several bytes.
 */
function isNearlyUtf8(bytes: Buffer): boolean {
  const { broken, whole } = lettersOf(bytes.toString('utf8', 0, SAMPLE_BYTES));
  return whole > 10 * broken;
}

/** Of a text that was decoded as UTF-8: letters of several bytes that are whole, and what is none. */
export function lettersOf(text: string): { readonly broken: number; readonly whole: number } {
  const count = (of: RegExp) => text.match(of)?.length ?? 0;
  return { broken: count(BROKEN), whole: count(SEVERAL_BYTES) };
}

const SAMPLE_BYTES = 65536;
const BROKEN = /\ufffd/g;
const SEVERAL_BYTES = /[\u0080-\ufffc]/g;

/** The same of a whole file, however large. */
export function detectSourceEncoding(source: Source): DetectedEncoding {
  if (source.size > MAX_TEXT_FILE_BYTES) throw limitError('text-bytes', MAX_TEXT_FILE_BYTES);
  const head = source.read(0, Math.min(source.size, WINDOW));
  if (source.size <= WINDOW) return detectEncoding(head);
  const detected = detectEncoding(head.subarray(0, characterStart(head)));
  if (detected.encoding !== 'utf-8' || detected.skip > 0 || isUtf8Source(source)) return detected;
  const isAscii = head.every((byte) => byte < 0x80);
  return isAscii ? { encoding: 'windows-1258', skip: 0 } : detected;
}

/** How much of a file is looked at in one go. */
const WINDOW = 4 * 1024 * 1024;

function isUtf8Source(source: Source): boolean {
  for (let at = 0; at < source.size; ) {
    const window = source.read(at, Math.min(WINDOW, source.size - at));
    const last = at + window.length === source.size;
    const length = last ? window.length : characterStart(window);
    if (!isUtf8(window.subarray(0, length))) return false;
    at += length;
  }
  return true;
}

/** Where the last character of some UTF-8 begins, which may not be there whole. */
function characterStart(bytes: Buffer): number {
  let at = bytes.length - 1;
  while (at > bytes.length - 4 && (bytes[at]! & 0xc0) === 0x80) at--;
  return at;
}

/** For markup: a character set may be declared, which counts where the bytes do not tell. */
export function detectMarkupEncoding(bytes: Buffer): DetectedEncoding {
  const detected = detectEncoding(bytes);
  if (detected.encoding !== 'windows-1258') return detected;
  const head = bytes.toString('latin1', 0, 4096);
  const label = /(?:charset|encoding)\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1]?.toLowerCase();
  return label === 'windows-1252' || label === 'iso-8859-1'
    ? { encoding: 'windows-1252', skip: 0 }
    : detected;
}

/** Text as NFC: windows-1258 writes most Vietnamese letters as a vowel and a tone mark. */
export function decodeText(bytes: Buffer, { encoding, skip }: DetectedEncoding): string {
  const content = skip === 0 ? bytes : bytes.subarray(skip);
  if (encoding === 'utf-8') return content.toString('utf8');
  if (encoding === 'utf-16le') return content.toString('utf16le');
  if (encoding === 'windows-1252') return windows1252(content);
  const text = iconv.decode(content, encoding, { stripBOM: false });
  return encoding === 'windows-1258' ? text.normalize('NFC') : text;
}

/**
 * A zero byte at every other place, where a comma, a digit or a line break takes two; at the
 * places between hardly any, as of a grave accent that stands apart (U+0300).
 */
function utf16WithoutMark(bytes: Buffer): TextEncoding | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const many = length / 8;
  if (odd > many && even < odd / 8) return 'utf-16le';
  if (even > many && odd < even / 8) return 'utf-16be';
  return null;
}

const VOWEL = 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY';
const TONE_IN_PLACE = new RegExp(`[${VOWEL}][\\u0300\\u0301\\u0303\\u0309\\u0323]`, 'g');
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Never in Vietnamese; in the VNI encoding the tone letters of windows-1252 stand so. */
const MISPLACED = /[aeAE][ăĂ]|[aeoAEO][ơƠ]/g;

/**
 * windows-1258 unless the text then makes no sense: bytes of TCVN3 and VNI, which were
 * typed as the letters of windows-1252, come back as those letters, so that whoever knows
 * the fonts can tell.
 */
export function singleByteEncoding(bytes: Buffer): TextEncoding {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (!isWindows1258(iconv.decode(sample, 'windows-1258'))) return 'windows-1252';
  return isOfOlderFonts(windows1252(sample)) ? 'windows-1252' : 'windows-1258';
}

/** A text of few letters may make sense in windows-1258 by chance, and more of it in another encoding. */
function isOfOlderFonts(text: string): boolean {
  const detector = new LegacyDetector();
  for (const part of text.split(/[\r\n,;\t|]+/)) if (!detector.isSure) detector.look(part);
  const most = Math.max(...OLDER.map((name) => detector.explained(name)));
  return most >= 4 && most > 2 * detector.explained('cp1258');
}

const OLDER = BYTE_ENCODINGS.filter((name) => name !== 'cp1258');

/** Every byte is a character, those that windows-1252 does not have among them: `Ấ` of VISCII is one. */
export function windows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(C1, (code) => CP1252_C1[code.charCodeAt(0) - 0x80]!);
}

const C1 = /[\u0080-\u009f]/g;

/** Whether a text that was taken for windows-1258 makes sense as that. */
export function isWindows1258(text: string): boolean {
  const inPlace = text.match(TONE_IN_PLACE)?.length ?? 0;
  const tones = text.match(TONE)?.length ?? 0;
  const bad = tones - inPlace + (text.match(MISPLACED)?.length ?? 0);
  return bad <= inPlace / 4;
}
