import { fromDoubleUtf8 } from './double-utf8.js';
import { BKHCM2, CP1258, TCVN3, VISCII, VNI, VPS } from './legacy-tables.js';

/** Encodings of before Unicode, of which each byte is seen as Windows-1252 shows it. */
export type ByteEncoding = 'tcvn3' | 'vni' | 'cp1258' | 'viscii' | 'vps' | 'bkhcm2';

/** Those, and UTF-8 that was taken for Windows-1252 (`cÃ´ng`). */
export type Legacy = ByteEncoding | 'utf8';

const TCVN3_CODE = /[\u00a1-\u00fe]/g;
const VNI_CODE = /a[øûõùïàåãáäèúüéëâê]|[eo][øûõùïàåãáäâ]|[uôö][øûõùï]|y[øûõù]|[ôöìæóíòîñ]/gi;
/** A tone mark stands behind its vowel: the `ò` of `Hòa` is none. */
const CP1258_CODE = /[ÃãÐðÕõÝý]|(?<=[aãâeêioôõuýy])[ÌÒÞìò]/gi;
// biome-ignore lint/suspicious/noControlCharactersInRegex: six capitals have such codes
const VISCII_CODE = /[\u0002\u0005\u0006\u0014\u0019\u001e\u0080-\u009f\u00a1-\u2122]/g;

const VPS_CODE = /[\u0080-\u009f\u00a1-\u2122]/g;
const BKHCM2_CODE = /[aeouyúû][âãäáå]|[êïö][ìíîëå]|ù[çèéæå]|[êùïöúûàòñóôõ]/gi;

/**
 * TCVN3 (ABC) → Unicode. Must see the cell before `clean` does: `ư` is a soft hyphen. Text
 * set in a capitals font (.VnTimeH) comes out small: the code does not say.
 */
export function fromTcvn3(s: string): string {
  return s.replace(TCVN3_CODE, (code) => TCVN3.get(code) ?? code);
}

/** VNI-Windows → Unicode. */
export function fromVni(s: string): string {
  return s.replace(VNI_CODE, (code) => VNI.get(code) ?? code);
}

/** Windows-1258 that was taken for Windows-1252 (`Sôì` for `Số`) → Unicode. */
function fromCp1258(s: string): string {
  return s.replace(CP1258_CODE, (code) => CP1258.get(code) ?? code).normalize('NFC');
}

function fromViscii(s: string): string {
  return s.replace(VISCII_CODE, (code) => VISCII.get(code) ?? code);
}

function fromVps(s: string): string {
  return s.replace(VPS_CODE, (code) => VPS.get(code) ?? code);
}

function fromBkhcm2(s: string): string {
  return s.replace(BKHCM2_CODE, (code) => BKHCM2.get(code) ?? code);
}

/** In the order of trust: where two make as much of a text, it is in the first. */
export const BYTE_ENCODINGS: readonly ByteEncoding[] = [
  'tcvn3',
  'vni',
  'cp1258',
  'viscii',
  'vps',
  'bkhcm2',
];

/** Of these half of the letters are the same in Unicode, and some are marks of punctuation. */
export const HALF_PLAIN: ReadonlySet<Legacy> = new Set(['viscii', 'vps']);

/** Makes Unicode of a text whose letters are codes of an encoding of bytes. */
export const FROM: Readonly<Record<ByteEncoding, (s: string) => string>> = {
  tcvn3: fromTcvn3,
  vni: fromVni,
  cp1258: fromCp1258,
  viscii: fromViscii,
  vps: fromVps,
  bkhcm2: fromBkhcm2,
};

/** A text that is in that encoding, as Unicode. */
export function convertText(s: string, legacy: Legacy): string {
  if (legacy === 'utf8') return fromDoubleUtf8(s) ?? s;
  const text = FROM[legacy](s);
  return legacy === 'tcvn3' && isInCapitals(s) ? text.toUpperCase() : text;
}

/** `KHU PHè ÝCH TH¹NH`: TCVN3 has no capitals with tones, and small ones are typed in their place. */
function isInCapitals(s: string): boolean {
  return /[A-Z]{2}/.test(s) && !/[a-z]/.test(s);
}
