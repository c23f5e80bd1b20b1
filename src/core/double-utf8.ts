import { CP437, CP850, CP1252_C1, MAC_ROMAN } from './legacy-tables.js';

/** A character set that UTF-8 is taken for by mistake. */
interface Mistaken {
  /** The first byte of a Vietnamese letter, an accent or a space, and one that can follow it. */
  readonly suspect: RegExp;
  /** The byte of each character beyond ASCII. */
  readonly bytes: ReadonlyMap<string, number>;
}

/** The bytes 80 to FF as the characters of that set. */
function bytesOf(characters: string): Map<string, number> {
  return new Map([...characters].map((char, i) => [char, 0x80 + i]));
}

const LATIN1 = String.fromCharCode(...Array.from({ length: 96 }, (_, i) => 0xa0 + i));

/**
 * Of old Windows programs, in the order of how often it is met: a browser's and Excel's, a zip
 * program's, a Mac's.
 */
const MISTAKEN: readonly Mistaken[] = [
  {
    suspect:
      /\u00c2\u00a0|[\u00c3-\u00c6\u00cc\u00e1\u00e2Ă][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u2122€]/,
    // `Ă` is what windows-1258 shows for C3; controls are what programs leave for 80 to 9F.
    bytes: new Map([
      ...Array.from({ length: 32 }, (_, i) => [String.fromCharCode(0x80 + i), 0x80 + i] as const),
      ...bytesOf(CP1252_C1 + LATIN1),
      ['Ă', 0xc3],
    ]),
  },
  ...[CP437, CP850].map((characters) => ({
    suspect: /ß[║╗]|[├─┼╞╠][^\0-\x7f]/,
    bytes: bytesOf(characters),
  })),
  { suspect: /·[∫ª]|[√ƒ≈∆Ã][^\0-\x7f]/, bytes: bytesOf(MAC_ROMAN) },
];

/** ASCII, Vietnamese letters, spaces and the punctuation of word processors. */
const VIETNAMESE =
  /^[\s\u0020-\u007eÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u2010-\u2026°²³½×✓✔☑]*$/u;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * What is left of `Đ` where its second byte, which windows-1252 lacks, was lost: no other letter
 * has that first one.
 */
const LOST_D = 'Ä\ufffd';

/** A quick no for what was never UTF-8 that a program took for windows-1252 or -1258. */
export function mayBeDoubleUtf8(s: string): boolean {
  return MISTAKEN[0]!.suspect.test(s);
}

/**
 * `Tá»• cÃ´ng nghá»‡` → `Tổ công nghệ`: UTF-8 that a program took for Windows-1252 or -1258 (`ß║ñp`: for
 * DOS's code page 437 or 850, `·∫§p`: for MacRoman), or did so twice. Null where the text is anything else:
 * every byte must fit, which chance does not bring about.
 */
export function fromDoubleUtf8(text: string): string | null {
  const s = text.replaceAll(LOST_D, 'Ä\u0090');
  for (const { suspect, bytes } of MISTAKEN) {
    const found = suspect.test(s) ? decode(s, bytes) : null;
    if (found !== null) return found;
  }
  return null;
}

function decode(s: string, bytesOf: ReadonlyMap<string, number>): string | null {
  const bytes = new Uint8Array(s.length);
  for (let i = 0; i < s.length; i++) {
    const code = s.charCodeAt(i);
    const byte = code < 0x80 ? code : bytesOf.get(s[i]!);
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  try {
    const text = utf8.decode(bytes);
    return VIETNAMESE.test(text.normalize('NFC')) ? text : fromDoubleUtf8(text);
  } catch {
    return null;
  }
}
