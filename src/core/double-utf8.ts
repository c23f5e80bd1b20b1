import { CP1252_C1 } from './legacy-tables.js';

/** The bytes of what Windows-1252 shows for 80 to 9F, and of what Windows-1258 does for C3. */
const BYTES = new Map([...CP1252_C1].map((char, i) => [char, 0x80 + i])).set('Ă', 0xc3);
/** A lead byte and what can follow it, as Windows-1252 shows them: of a letter, an accent or a space. */
const SUSPECT =
  /\u00c2\u00a0|[\u00c3-\u00c6\u00cc\u00e1\u00e2Ă][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u2122€]/;
/** ASCII, Vietnamese letters, spaces and the punctuation of word processors. */
const VIETNAMESE =
  /^[\s\u0020-\u007eÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u2010-\u2026°²³½×✓✔☑]*$/u;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What is left of `Đ` where its second byte, which windows-1252 lacks, was lost: no other letter has that first one. */
const LOST_D = 'Ä\ufffd';

/** A quick no for what was never UTF-8 that a program took for another encoding. */
export function mayBeDoubleUtf8(s: string): boolean {
  return SUSPECT.test(s);
}

/**
 * `Tá»• cÃ´ng nghá»‡` → `Tổ công nghệ`: UTF-8 that a program took for Windows-1252 or -1258, or did so twice. Null
 * where the text is anything else: every byte must fit, which chance does not bring about.
 */
export function fromDoubleUtf8(text: string): string | null {
  const s = text.replaceAll(LOST_D, 'Ä\u0090');
  if (!SUSPECT.test(s)) return null;
  const bytes = new Uint8Array(s.length);
  for (let i = 0; i < s.length; i++) {
    const code = s.charCodeAt(i);
    const byte = code < 0x100 ? code : BYTES.get(s[i]!);
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  return decode(bytes);
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = utf8.decode(bytes);
    return VIETNAMESE.test(text.normalize('NFC')) ? text : fromDoubleUtf8(text);
  } catch {
    return null;
  }
}
