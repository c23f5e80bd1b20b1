import { characterOf } from '../core/character-references.js';

/** Text of an HTML page (HTML Standard §13.5, named character references). */

/** The names of U+00A0 to U+00FF in their order, which older programs write for letters. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn ' +
  'sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave ' +
  'Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ' +
  'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN ' +
  'szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave ' +
  'iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ' +
  'ucirc uuml yacute thorn yuml';

const NAMES: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((name, i): [string, string] => [name, String.fromCharCode(0xa0 + i)]),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", Tab: ' ', NewLine: ' ' }),
  ...Object.entries({ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' }),
  ...Object.entries({ bull: '•', hellip: '…', euro: '€', trade: '™', check: '✓', times: '×' }),
  ...Object.entries({ Abreve: 'Ă', abreve: 'ă', Dstrok: 'Đ', dstrok: 'đ' }),
  ...Object.entries({ Itilde: 'Ĩ', itilde: 'ĩ', Utilde: 'Ũ', utilde: 'ũ' }),
]);

const REFERENCE = /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z][a-z0-9]{1,8}));?/gi;

/** Text between tags, its character references decoded. A name that means nothing stays. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMES.get(name) ?? NAMES.get(name.toLowerCase()) ?? whole;
    return characterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

/** What the markup of a cell makes: a line's end (`<br>`), a block's beginning or end (`<p>`). */
export const LINE_BREAK = '\u2028';
export const BLOCK_BREAK = '\u2029';

/**
 * Text of a cell as a page shows it: white space is one space, and none stands at the ends
 * of a line. A cell of nothing but white space is blank: many programs fill it with `&nbsp;`.
 */
export function shownText(text: string): string {
  if (!/[^\s\u00a0]/.test(text)) return '';
  const lines = text
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/ ?\u2029[ \u2029]*/g, BLOCK_BREAK)
    .split(/[\u2028\u2029]/)
    .map((line) => line.replace(/^ | $/g, ''));
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return lines
    .slice(first, last + 1)
    .join('\n')
    .normalize('NFC');
}
