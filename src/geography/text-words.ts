import { clean, foldAccents } from '../core/text.js';

const SEPARATORS = /[-_–—/\\,;()[\]{}+|"]+/g;
const EXTENSION = /\.(?:xls[xmb]?|ods|csv|tsv|txt|zip)$/i;
/** Where words were run together: `XaTanAn`, `UBNDXa`. */
const JOINS = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;

/** Words of a name at most: `Thị trấn Trần Văn Thời` has five. */
export const MOST_WORDS = 8;

/** A file or folder name without its extension, as it is cut into pieces. */
export function textOf(name: string): string {
  return clean(name.replace(EXTENSION, ''));
}

/** What stands between dashes, underscores, commas and the like. */
export function piecesOf(text: string): readonly string[] {
  return text.split(SEPARATORS).map(clean);
}

/** The words of a file or folder name: `BC_XaTanAn-Ấp.Một` → `BC Xa Tan An Ấp Một`. */
export function wordsOf(text: string): readonly string[] {
  const apart = text.replace(SEPARATORS, ' ').replace(/(\p{L}+)\.(?=\p{L})/gu, withoutDot);
  return clean(apart.replace(JOINS, ' ')).split(' ');
}

/** A dot behind a word stands for a space; behind a short form (`TT.`) it is its own. */
function withoutDot(dotted: string, word: string): string {
  return /[aeiouy]/i.test(foldAccents(word)) ? `${word} ` : dotted;
}
