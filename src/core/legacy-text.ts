import { CharSet } from './char-set.js';
import { fromDoubleUtf8 } from './double-utf8.js';
import { TCVN3, VNI } from './legacy-tables.js';
import { isSyllable } from './syllable.js';

/** Encodings of before Unicode, and UTF-8 that was taken for Windows-1252 (`cÃ´ng`). */
export type Legacy = 'tcvn3' | 'vni' | 'utf8';

const TCVN3_CODE = /[\u00a1-\u00fe]/g;
const VNI_CODE = /a[øûõùïàåãáäèúüéëâê]|[eo][øûõùïàåãáäâ]|[uôö][øûõùï]|y[øûõù]|[ôöìæóíòîñ]/gi;
/** Windows-1252 has these of the letters beyond Latin-1: Œ œ Š š Ÿ Ž ž ƒ. */
const CP1252_LETTERS = new CharSet('ŒœŠšŸŽžƒ');
const ACCENTED = /[\u0080-\uffff]/g;

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

/**
 * The words of a text that have a letter beyond ASCII in them, in Windows-1252's reach. One
 * character alone is none: `ü` may be a tick of Wingdings, `×` a cross, `«` a quotation mark.
 */
function accentedWords(s: string): string[] {
  const words: string[] = [];
  let start = 0;
  let isAccented = false;
  for (let i = 0; i <= s.length; i++) {
    const code = i < s.length ? s.charCodeAt(i) : 0;
    if (code >= 0xa1 && code <= 0xff) isAccented = true;
    else if (!isAsciiLetter(code)) {
      if (isAccented && i > start + 1) words.push(s.slice(start, i));
      isAccented = false;
      start = i + 1;
    }
  }
  return words;
}

function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** For and against an encoding: words that only it makes Vietnamese, and words it does not. */
interface Evidence {
  readonly for: readonly string[];
  readonly against: number;
}

function evidence(words: readonly string[], convert: (s: string) => string): Evidence {
  const converted = words.map(convert);
  return {
    for: words.filter((_, i) => isSyllable(converted[i]!)),
    against: converted.filter((word) => !isSyllable(word)).length,
  };
}

const NONE: Evidence = { for: [], against: 0 };
const NO_EVIDENCE = { tcvn3: NONE, vni: NONE };

/** Texts that say nothing of their encoding, as `Thành viên`: they stand in row after row. */
const plain = new Set<string>();
const MOST_PLAIN = 5_000;

/** Words of a cell that are not Vietnamese as they stand, read in both encodings. */
function weigh(s: string): Readonly<Record<'tcvn3' | 'vni', Evidence>> {
  const words = accentedWords(s).filter((word) => !isSyllable(word));
  if (words.length === 0) return NO_EVIDENCE;
  return { tcvn3: evidence(words, fromTcvn3), vni: evidence(words, fromVni) };
}

/** Letters that Vietnamese has in Unicode and the text of neither encoding can hold. */
function isUnicodeLetter(code: number): boolean {
  return (code > 0xff && code < 0x1b1) || (code >= 0x300 && code < 0x370) || code >> 8 === 0x1e;
}

/** True where a cell can be in a legacy encoding at all: a quick no for nearly every cell. */
function suspicious(s: string): boolean {
  let foreign = false;
  for (let i = 0; i < s.length; i++) {
    const code = s.charCodeAt(i);
    if (code < 0x80) continue;
    if (isUnicodeLetter(code) && !CP1252_LETTERS.has(code)) return false;
    foreign ||= code <= 0xff;
  }
  return foreign;
}

/**
 * False where a text says nothing of its encoding: a quick no for marks, numbers and dates, which
 * have no letter at either end, for Unicode, and for what has been weighed before.
 */
export function mayBeLegacy(s: string): boolean {
  const last = s.length - 1;
  if (last < 1 || (s.charCodeAt(0) < FIRST_LETTER && s.charCodeAt(last) < FIRST_LETTER))
    return false;
  return suspicious(s) && !plain.has(s);
}

const FIRST_LETTER = 'A'.charCodeAt(0);

/** What the cells of a sheet have shown so far. */
interface Tally {
  readonly tcvn3: Set<string>;
  readonly vni: Set<string>;
  readonly utf8: Set<string>;
  readonly against: Record<'tcvn3' | 'vni', number>;
}

/**
 * Tells the legacy encoding of a sheet as its cells come by, from their letters (fonts prove
 * nothing). Two different words are enough that only the encoding makes Vietnamese; Unicode
 * Vietnamese, French names and symbols make none when converted.
 */
export class LegacyDetector {
  private readonly tally: Tally = {
    tcvn3: new Set(),
    vni: new Set(),
    utf8: new Set(),
    against: { tcvn3: 0, vni: 0 },
  };

  /** Looks at a cell; true where it could be in a legacy encoding. */
  look(s: string): boolean {
    if (!suspicious(s) || plain.has(s)) return false;
    const { tally } = this;
    const decoded = fromDoubleUtf8(s);
    if (decoded !== null) {
      for (const letter of decoded.match(ACCENTED) ?? []) tally.utf8.add(letter);
      return true;
    }
    const weighed = weigh(s);
    if (weighed === NO_EVIDENCE && plain.size < MOST_PLAIN) plain.add(s);
    for (const name of ['tcvn3', 'vni'] as const) {
      for (const word of weighed[name].for) tally[name].add(word);
      tally.against[name] += weighed[name].against;
    }
    return true;
  }

  /** So much has been seen that more cannot change the answer. */
  get isSure(): boolean {
    const { tcvn3, vni, utf8 } = this.tally;
    return tcvn3.size + vni.size + utf8.size > ENOUGH;
  }

  /** The encoding that the cells so far are in, or null. */
  get verdict(): Legacy | null {
    const { tally } = this;
    const likely = tally.tcvn3.size >= tally.vni.size ? 'tcvn3' : 'vni';
    if (tally.utf8.size > Math.max(1, tally[likely].size)) return 'utf8';
    const words = tally[likely].size;
    return words >= 2 && words > tally.against[likely] / 4 ? likely : null;
  }
}

const ENOUGH = 200;

/**
 * What a cell is in: `unicode` or `legacy` where its letters tell, `either` where both make
 * Vietnamese of it (`Cã` is `Có` in TCVN3); null where it is the same in both, or one character.
 */
export type Script = 'unicode' | 'legacy' | 'either' | null;

/** What a cell of a sheet is in of which other cells are in that encoding. */
export function scriptOf(s: string, legacy: Legacy): Script {
  if (!suspicious(s)) return hasUnicodeLetter(s) ? 'unicode' : null;
  if (s.trim().length <= 1) return null;
  if (legacy === 'utf8') return fromDoubleUtf8(s) === null ? 'unicode' : 'legacy';
  return scriptOfWords(accentedWords(s), legacy === 'tcvn3' ? fromTcvn3 : fromVni);
}

function scriptOfWords(words: readonly string[], convert: (s: string) => string): Script {
  const asIs = words.filter(isSyllable);
  const converted = words.map(convert);
  if (converted.filter(isSyllable).length < asIs.length) return 'unicode';
  if (words.some((word, i) => !isSyllable(word) && isSyllable(converted[i]!))) return 'legacy';
  // No word of Vietnamese (`Thành`) can be in an encoding that leaves its accents alone.
  return asIs.some((word) => convert(word) === word) ? 'unicode' : 'either';
}

function hasUnicodeLetter(s: string): boolean {
  for (let i = 0; i < s.length; i++) {
    const code = s.charCodeAt(i);
    if (isUnicodeLetter(code) && !CP1252_LETTERS.has(code)) return true;
  }
  return false;
}

/** A text that is in that encoding, as Unicode. */
export function convertText(s: string, legacy: Legacy): string {
  if (legacy === 'utf8') return fromDoubleUtf8(s) ?? s;
  return legacy === 'tcvn3' ? fromTcvn3(s) : fromVni(s);
}
