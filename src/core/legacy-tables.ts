/** Plain vowels, and their tones: none, grave, hook, tilde, acute, dot below. */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

function toned(vowel: string): string[] {
  return TONES.map((tone) => (vowel + tone).normalize('NFC'));
}

/**
 * TCVN3 (TCVN 5712:1993, the third set; 'ABC fonts', .VnTime): one byte a letter, seen here
 * as the Latin-1 character of that byte. Toned capitals have no code: fonts such as
 * .VnTimeH draw the small letters' codes as capitals. `ư` is U+00AD, a soft hyphen elsewhere.
 */
const TCVN3_PLAIN = ['ĂÂÊÔƠƯĐăâêôơưđ', '¡¢£¤¥¦§¨©ª«¬\u00ad®'] as const;
/** Grave, hook, tilde, acute, dot below of each vowel. */
const TCVN3_TONED: Readonly<Record<string, string>> = {
  a: 'µ¶·¸¹',
  ă: '»¼½¾Æ',
  â: 'ÇÈÉÊË',
  e: 'ÌÎÏÐÑ',
  ê: 'ÒÓÔÕÖ',
  i: '×ØÜÝÞ',
  o: 'ßáâãä',
  ô: 'åæçèé',
  ơ: 'êëìíî',
  u: 'ïñòóô',
  ư: 'õö÷øù',
  y: 'úûüýþ',
};

/** TCVN3 (TCVN 5712:1993, fonts such as `.VnTime`): the character of a code → its letter. */
export const TCVN3: ReadonlyMap<string, string> = new Map([
  ...[...TCVN3_PLAIN[1]].map((code, i) => [code, TCVN3_PLAIN[0][i]!] as const),
  ...Object.entries(TCVN3_TONED).flatMap(([vowel, codes]) =>
    [...codes].map((code, i) => [code, toned(vowel)[i + 1]!] as const),
  ),
]);

/**
 * VNI-Windows: a letter, then a second character for its mark: `aù` á, `aâ` â, `aá` ấ;
 * `ô` is ơ, `ö` is ư. i, ị, ĩ, ỉ, ỵ and đ have one character each.
 */
const VNI_MARKS = ['øûõùï', 'àåãáä', 'èúüéë'] as const;
const VNI_VOWELS: readonly (readonly [code: string, vowel: string, marks: string])[] = [
  ['a', 'a', VNI_MARKS[0]],
  ['a', 'â', VNI_MARKS[1]],
  ['a', 'ă', VNI_MARKS[2]],
  ['e', 'e', VNI_MARKS[0]],
  ['e', 'ê', VNI_MARKS[1]],
  ['o', 'o', VNI_MARKS[0]],
  ['o', 'ô', VNI_MARKS[1]],
  ['ô', 'ơ', VNI_MARKS[0]],
  ['u', 'u', VNI_MARKS[0]],
  ['ö', 'ư', VNI_MARKS[0]],
  ['y', 'y', 'øûõù'],
];
const VNI_SINGLE = [
  'ơưìỉĩíịỵđâêôă',
  ['ô', 'ö', 'ì', 'æ', 'ó', 'í', 'ò', 'î', 'ñ', 'aâ', 'eâ', 'oâ', 'aê'],
] as const;

const lower: (readonly [code: string, letter: string])[] = [
  ...[...VNI_SINGLE[0]].map((letter, i) => [VNI_SINGLE[1][i]!, letter] as const),
  ...VNI_VOWELS.flatMap(([code, vowel, marks]) =>
    [...marks].map((mark, i) => [code + mark, toned(vowel)[i + 1]!] as const),
  ),
];

/** Code of one or two characters → letter; a capital's mark may be small (`Aù`). */
export const VNI: ReadonlyMap<string, string> = new Map(
  lower.flatMap(([code, letter]) => {
    const capital = code[0]!.toUpperCase();
    const tail = code.slice(1);
    return [
      [code, letter],
      [capital + tail, letter.toUpperCase()],
      [capital + tail.toUpperCase(), letter.toUpperCase()],
      [code[0] + tail.toUpperCase(), letter],
    ] as const;
  }),
);

/** Windows-1252's characters for the bytes 80 to 9F; undefined ones stay controls. */
export const CP1252_C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What Windows-1258 has otherwise than Windows-1252; the tone marks follow their vowel. */
export const CP1258: ReadonlyMap<string, string> = new Map(
  [...'ÃãÐðÕõÝýÌÒÞìò'].map((code, i) => [code, 'ĂăĐđƠơƯư\u0300\u0309\u0303\u0301\u0323'[i]!]),
);

/** VISCII (RFC 1456) from 80 on; Õ in the place of a no-break space is left out. */
const VISCII_HIGH =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ\u00a0ắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';

/** Code as Windows-1252 shows it → letter. */
export const VISCII: ReadonlyMap<string, string> = new Map([
  ...[...VISCII_HIGH].map(
    (letter, i) => [CP1252_C1[i] ?? String.fromCharCode(0x80 + i), letter] as const,
  ),
  ...[...'ẲẴẪỶỸỴ'].map(
    (letter, i) => ['\u0002\u0005\u0006\u0014\u0019\u001e'[i]!, letter] as const,
  ),
]);

/** The bytes 80 to FF in DOS's code page of the United States. */
export const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** The same in that of Western Europe. */
export const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** The same on a Mac of before Unicode, which Excel for the Mac still takes a CSV for. */
export const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
