import iconv from 'iconv-lite';
import { BKHCM2, TCVN3, VNI, VPS } from '../../src/core/legacy-tables.js';
import { windows1252 } from '../../src/spreadsheet/text-encoding.js';

// Texts as they were typed before Unicode, or as a program has broken them.

/** The code of each letter in an encoding. */
function inverse(table: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...table].reverse().map(([code, letter]) => [letter, code]));
}

export const tcvn3 = inverse(TCVN3);
export const vni = inverse(VNI);
export const vps = inverse(VPS);
export const bkhcm2 = inverse(BKHCM2);

const encode = (text: string, table: ReadonlyMap<string, string>) =>
  [...text].map((letter) => table.get(letter) ?? letter).join('');

/** Small letters only: TCVN3 has fonts for capitals. */
export const toTcvn3 = (text: string) => encode(text.toLowerCase(), tcvn3);
export const toVni = (text: string) => encode(text, vni);
export const toVps = (text: string) => encode(text, vps);
export const toBkhcm2 = (text: string) => encode(text, bkhcm2);
/** UTF-8 that a program took for Windows-1252. */
export const twice = (text: string) =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
/** The same that it took for Windows-1258, as Excel does on a Vietnamese Windows. */
export const twiceBy1258 = (text: string) => twice(text).replaceAll('Ã', 'Ă');

/** Windows-1258 that a program took for Windows-1252: tone marks stand behind their vowels. */
export const as1258 = (text: string) =>
  iconv.decode(
    iconv.encode(
      [...text.normalize('NFD')]
        .join('')
        .replace(
          /([a-z])([\u0323]?)([\u0302\u0306\u031b])/gi,
          (_, a, dot, mark) => (a + mark).normalize('NFC') + dot,
        ),
      'windows-1258',
    ),
    'windows-1252',
  );

export const toViscii = (text: string) => windows1252(iconv.encode(text, 'viscii'));
