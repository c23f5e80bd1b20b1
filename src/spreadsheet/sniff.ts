import { readOleNames } from './ole.js';
import type { Source } from './source.js';
import { decodeText, detectEncoding } from './text-encoding.js';
import { type Kind, SpreadsheetError } from './types.js';

/** What a file's first bytes tell. A zip is looked into by `zip-kind.ts`. */
export type Sniffed = 'zip' | 'encrypted' | Exclude<Kind, 'xlsx' | 'ods'> | 'flat-ods';

/** Enough for a long licence or style sheet before the first table. */
const HEAD_BYTES = 64 * 1024;

/** The end record of a zip, with the longest comment. */
const ZIP_END_BYTES = 22 + 0xffff;

/** Beginnings that no table has: kind, offset, bytes in hexadecimal. */
const SIGNATURES: readonly (readonly [string, number, string])[] = [
  ['pdf', 0, '255044462d'],
  ['image', 0, '89504e47'],
  ['image', 0, 'ffd8ff'],
  ['image', 0, '47494638'],
  ['image', 0, '49492a00'],
  ['image', 0, '4d4d002a'],
  ['image', 8, '57454250'],
  ['image', 4, '6674797068656963'],
  ['image', 4, '667479706d696631'],
  ['image', 4, '6674797061766966'],
  ['video', 4, '66747970'],
  ['video', 0, '1a45dfa3'],
  ['rar', 0, '526172211a07'],
  ['7z', 0, '377abcaf271c'],
  ['gzip', 0, '1f8b08'],
  ['bz2', 4, '314159265359'],
  ['xz', 0, 'fd377a585a00'],
  ['tar', 257, '7573746172'],
  ['rtf', 0, '7b5c727466'],
  ['access', 4, '5374616e6461726420'],
  ['program', 0, '4d5a9000'],
  ['program', 0, '7f454c46'],
  ['shortcut', 0, '4c0000000114020000000000c0'],
];

/** Tells what a file is by its content, whatever it is called. Throws what it cannot be. */
export function sniff(source: Source): Sniffed {
  if (source.size === 0) throw new SpreadsheetError('empty', 'the file is empty');
  const head = source.read(0, Math.min(source.size, HEAD_BYTES));
  if (begins(head, 0, '504b0304') || begins(head, 0, '504b0506')) return 'zip';
  if (begins(head, 0, 'd0cf11e0a1b11ae1')) return sniffOle(source);
  if (isBareBiff(head)) return 'xls';
  for (const [kind, offset, hex] of SIGNATURES) {
    if (begins(head, offset, hex)) throw unsupported(kind);
  }
  // A bitmap: `BM`, and two reserved words that are 0.
  if (begins(head, 0, '424d') && begins(head, 6, '00000000')) throw unsupported('image');
  // A PDF may have something before it, says its specification (ISO 32000-1 Annex H).
  if (head.subarray(0, 1024).includes('%PDF-')) throw unsupported('pdf');
  return hasZipEnd(source) ? 'zip' : sniffText(head);
}

function begins(bytes: Buffer, offset: number, hex: string): boolean {
  return bytes.toString('hex', offset, offset + hex.length / 2) === hex;
}

/** BIFF2 to BIFF5 without a container: a BOF record first (MS-XLS §2.4.21). */
function isBareBiff(head: Buffer): boolean {
  const version = head[1]!;
  const known = version === 0 || version === 2 || version === 4 || version === 8;
  return head.length > 16 && head[0] === 9 && known && head[2]! <= 16 && head[3] === 0;
}

function sniffOle(source: Source): Sniffed {
  // Compared without case (MS-CFB §2.6.4): some writers put `WORKBOOK`.
  const names = new Set(readOleNames(source).map((name) => name.toUpperCase()));
  const has = (name: string) => names.has(name.toUpperCase());
  if (has('EncryptedPackage')) return 'encrypted';
  if (has('Workbook') || has('Book')) return 'xls';
  if (has('WordDocument')) throw unsupported('doc');
  if (has('PowerPoint Document')) throw unsupported('ppt');
  throw unsupported('ole');
}

/** A zip may have something before it; it is told by its end. */
function hasZipEnd(source: Source): boolean {
  const length = Math.min(source.size, ZIP_END_BYTES);
  return source.read(source.size - length, length).includes('PK\x05\x06', 0, 'latin1');
}

function sniffText(head: Buffer): Sniffed {
  const text = decodeText(head, detectEncoding(head)).replace(/^\ufeff/, '');
  if (isBinary(text)) {
    throw new SpreadsheetError('unknown', 'the file is neither a spreadsheet nor a text');
  }
  const start = text.trimStart();
  for (const [kind, beginning] of TEXTS) if (beginning.test(start)) throw unsupported(kind);
  if (!start.startsWith('<')) return 'csv';
  if (SPREADSHEET_ML.test(start.slice(0, 8192))) return 'xml';
  if (/<office:document\b/.test(text)) {
    if (/opendocument\.spreadsheet/.test(text)) return 'flat-ods';
    throw unsupported('odt');
  }
  if (/<svg\b/i.test(start.slice(0, 1024))) throw unsupported('image');
  if (/<(?:!doctype html|html|head|body|table|tr|meta|style|div|title|font|p)\b/i.test(text))
    return 'html';
  if (start.startsWith('<?xml') || isElement(start)) throw unsupported('xml');
  return 'csv';
}

/** How texts begin that are no table as they stand. */
const TEXTS: readonly (readonly [string, RegExp])[] = [
  ['mhtml', /^(?:MIME-Version:|Content-Type: ?multipart\/|From: <Saved by )/i],
  ['slk', /^ID;P[^\r\n]*[\r\n]+[A-Z];/],
  ['dif', /^TABLE\r?\n0,1\r?\n/],
];

/** `<a>1</a>`: XML without its first line. */
function isElement(text: string): boolean {
  const name = /^<([\p{L}_][\w.:-]*)(?:\s[^<>]*)?>/u.exec(text)?.[1];
  return name !== undefined && text.includes(`</${name}>`);
}

const SPREADSHEET_ML = /<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/;

/**
 * Text has next to no control characters; a lone one is a slip of some program. Several NUL together
 * are what is left of a file that was not written to its end.
 */
function isBinary(text: string): boolean {
  if (text.includes('\0\0')) return true;
  const controls = text.match(CONTROLS)?.length ?? 0;
  return controls > 8 && controls > text.length / 200;
}

/**
 * All of category Cc but the white space, and but U+0080 to U+009F, which stand for bytes that
 * windows-1252 lacks where UTF-8 was taken for it (`Ä\u0090` for `Đ`).
 */
const CONTROLS = /[^\P{Cc}\s\u0080-\u009f]/gu;

/** The error for a file of a kind that is known, and not read: `pdf`, `image`, `doc`. */
export function unsupported(kind: string): SpreadsheetError {
  return new SpreadsheetError('unsupported', `a file of kind "${kind}" is not read`, { kind });
}

/** The error for a workbook that a password of its own encrypts. */
export function encrypted(): SpreadsheetError {
  return new SpreadsheetError('encrypted', 'the workbook is encrypted with a password');
}
