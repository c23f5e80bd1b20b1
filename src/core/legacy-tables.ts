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

/**
 * VPS (VPSwin, fonts such as `VPS Times`): one byte a letter. Plain vowels and marked ones in the
 * order grave, hook, tilde, acute, dot below; capitals with a dot below, and a few more, have codes
 * of control characters, which no sheet holds.
 */
const VPS_LOWER: readonly (readonly [vowels: string, codes: readonly number[]])[] = [
  ['aàảãáạ', [0, 0xe0, 0xe4, 0xe3, 0xe1, 0xe5]],
  ['ăằẳẵắặ', [0xe6, 0xa2, 0xa3, 0xa4, 0xa1, 0xa5]],
  ['âầẩẫấậ', [0xe2, 0xc0, 0xc4, 0xc5, 0xc3, 0xc6]],
  ['eèẻẽéẹ', [0, 0xe8, 0xc8, 0xeb, 0xe9, 0xcb]],
  ['êềểễếệ', [0xea, 0x8a, 0x8b, 0xcd, 0x89, 0x8c]],
  ['iìỉĩíị', [0, 0xec, 0xcc, 0xef, 0xed, 0xce]],
  ['oòỏõóọ', [0, 0xf2, 0xd5, 0xf5, 0xf3, 0x86]],
  ['ôồổỗốộ', [0xf4, 0xd2, 0xb0, 0x87, 0xd3, 0xb6]],
  ['ơờởỡớợ', [0xd6, 0xa9, 0xaa, 0xab, 0xa7, 0xae]],
  ['uùủũúụ', [0, 0xf9, 0xfb, 0xdb, 0xfa, 0xf8]],
  ['ưừửữứự', [0xdc, 0xd8, 0xba, 0xbb, 0xd9, 0xbf]],
  ['yỳỷỹýỵ', [0, 0xff, 0x9b, 0xcf, 0x9a, 0x9c]],
  ['đ', [0xc7]],
];
const VPS_UPPER: readonly (readonly [vowels: string, codes: readonly number[]])[] = [
  ['ÀẢÃÁĂẰẲẮÂẦẨẤ', [0x80, 0x81, 0x82, 0xc1, 0x88, 0x8e, 0x8f, 0x8d, 0xc2, 0x84, 0x85, 0x83]],
  ['ÈẺẼÉÊỀỂỄẾ', [0xd7, 0xde, 0xfe, 0xc9, 0xca, 0x93, 0x94, 0x95, 0x90]],
  ['ÌỈĨÍÒỎÕÓ', [0xb5, 0xb7, 0xb8, 0xb4, 0xbc, 0xbd, 0xbe, 0xb9]],
  ['ÔỒỔỖỐƠỜỞỠỚ', [0xd4, 0x97, 0x98, 0x99, 0x96, 0xf7, 0x9e, 0x9f, 0xa6, 0x9d]],
  ['ÙỦŨÚƯỪỬỨ', [0xa8, 0xd1, 0xac, 0xda, 0xd0, 0xaf, 0xb1, 0xad]],
  ['ỲỶỸÝĐ', [0xb2, 0xfd, 0xb3, 0xdd, 0xf1]],
];

/** VPS: code as Windows-1252 shows it → letter. */
export const VPS: ReadonlyMap<string, string> = new Map(
  [...VPS_LOWER, ...VPS_UPPER].flatMap(([letters, codes]) =>
    [...letters].flatMap((letter, i) =>
      codes[i] === 0
        ? []
        : [[CP1252_C1[codes[i]! - 0x80] ?? String.fromCharCode(codes[i]!), letter]],
    ),
  ) as [string, string][],
);

/**
 * BK HCM 2 (fonts of the polytechnic of Ho Chi Minh City, `VNbkTimes`): as in VNI a letter and then its tone,
 * by other codes; `ê` is â, `ù` ă, `ï` ê, `ö` ô, `ú` ơ, `û` ư, and `à` đ.
 */
const BK_TONES = { plain: 'âãäáå', marked: 'ìíîëå', breve: 'çèéæå' } as const;
const BK_VOWELS: readonly (readonly [code: string, vowel: string, tones: keyof typeof BK_TONES])[] =
  [
    ['a', 'a', 'plain'],
    ['ê', 'â', 'marked'],
    ['ù', 'ă', 'breve'],
    ['e', 'e', 'plain'],
    ['ï', 'ê', 'marked'],
    ['o', 'o', 'plain'],
    ['ö', 'ô', 'marked'],
    ['ú', 'ơ', 'plain'],
    ['u', 'u', 'plain'],
    ['û', 'ư', 'plain'],
    ['y', 'y', 'plain'],
  ];
const BK_SINGLE = ['âăêôơưđìíỉĩị', 'êùïöúûàòñóôõ'] as const;

const bkLower: (readonly [code: string, letter: string])[] = [
  ...[...BK_SINGLE[0]].map((letter, i) => [BK_SINGLE[1][i]!, letter] as const),
  ...BK_VOWELS.flatMap(([code, vowel, tones]) =>
    [...BK_TONES[tones]].map((tone, i) => [code + tone, toned(vowel)[i + 1]!] as const),
  ),
];

/** BK HCM 2: code of one or two characters → letter. */
export const BKHCM2: ReadonlyMap<string, string> = new Map(
  bkLower.flatMap(([code, letter]) => [
    [code, letter],
    [code.toUpperCase(), letter.toUpperCase()],
  ]),
);

/** The bytes 80 to FF in DOS's code page of the United States. */
export const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** The same in that of Western Europe. */
export const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** The same on a Mac of before Unicode, which Excel for the Mac still takes a CSV for. */
export const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
