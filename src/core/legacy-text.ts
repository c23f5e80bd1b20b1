import { CharSet } from './char-set.js';
import { fromDoubleUtf8, mayBeDoubleUtf8 } from './double-utf8.js';
import {
  BYTE_ENCODINGS,
  type ByteEncoding,
  convertText,
  FROM,
  HALF_PLAIN,
  type Legacy,
} from './legacy-encodings.js';
import { CP1252_C1 } from './legacy-tables.js';
import { memoText } from './memo.js';
import { isSyllable } from './syllable.js';

/** Windows-1252 has these of the letters beyond Latin-1: Œ œ Š š Ÿ Ž ž ƒ. */
const CP1252_LETTERS = new CharSet('ŒœŠšŸŽžƒ');
const ACCENTED = /[\u0080-\uffff]/g;

/**
 * The words of a text that have a letter beyond ASCII in them, in Windows-1252's reach. One
 * character alone is none: `ü` may be a tick of Wingdings, `×` a cross, `«` a quotation mark.
 * `more`: what else is a letter in an encoding.
 */
function accentedWords(s: string, more?: CharSet): string[] {
  const words: string[] = [];
  let start = 0;
  let isAccented = false;
  for (let i = 0; i <= s.length; i++) {
    const code = i < s.length ? s.charCodeAt(i) : 0;
    if ((code >= 0xa1 && code <= 0xff) || more?.has(code)) isAccented = true;
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

/** Texts that say nothing of their encoding, as `Thành viên`: they stand in row after row. */
const plain = new Set<string>();
const MOST_PLAIN = 5_000;

/** Words of a cell that are not Vietnamese as they stand, each with the encodings that make it so. */
function weigh(s: string): readonly (readonly [word: string, by: readonly ByteEncoding[]])[] {
  return accentedWords(s)
    .filter((word) => !isSyllable(withD(word)))
    .map((word) => [word, BYTE_ENCODINGS.filter((name) => isSyllable(FROM[name](word)))]);
}

/** `Ðông Hòa`: Iceland's `Ð`, which looks the same, proves no encoding in which it is `Đ`. */
function withD(word: string): string {
  return word.replace(/[Ðð]/g, 'đ');
}

/** Letters that Vietnamese has in Unicode and the text of neither encoding can hold. */
function isUnicodeLetter(code: number): boolean {
  return (code > 0xff && code < 0x1b1) || (code >= 0x300 && code < 0x370) || code >> 8 === 0x1e;
}

/** True where a cell can be in a legacy encoding at all: a quick no for nearly every cell. */
function suspicious(s: string): boolean {
  let foreign = false;
  let breve = false;
  for (let i = 0; i < s.length; i++) {
    const code = s.charCodeAt(i);
    if (code < 0x80) continue;
    if (code === BREVE) breve = true;
    else if (isUnicodeLetter(code) && !CP1252_LETTERS.has(code)) return false;
    foreign ||= code <= 0xff || isForeignSign(code);
  }
  return foreign && (!breve || mayBeDoubleUtf8(s));
}

/** Signs that DOS and the Mac have in the place of the first byte of many letters in UTF-8: `├`, `√`, `∆`. */
function isForeignSign(code: number): boolean {
  return (code >= 0x2500 && code <= 0x259f) || code === 0x221a || code === 0x2206;
}

/** `Ă`, which windows-1258 has in the place of the first byte of many letters in UTF-8. */
const BREVE = 0x102;

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

/**
 * Tells the legacy encoding of a sheet as its cells come by, from their letters (fonts prove
 * nothing). Two different words are enough that only the encoding makes Vietnamese; Unicode
 * Vietnamese, French names and symbols make none when converted.
 */
export class LegacyDetector {
  /** Different words that each encoding makes Vietnamese. */
  private readonly words: Readonly<Record<ByteEncoding, Set<string>>> = {
    tcvn3: new Set(),
    vni: new Set(),
    cp1258: new Set(),
    viscii: new Set(),
    vps: new Set(),
    bkhcm2: new Set(),
  };
  private readonly utf8 = new Set<string>();
  /** Words of which no encoding makes any sense, as often as they stand there. */
  private senseless = 0;

  /** Looks at a cell; true where it could be in a legacy encoding. */
  look(s: string): boolean {
    if (!suspicious(s) || plain.has(s)) return false;
    const decoded = fromDoubleUtf8(s);
    if (decoded !== null) {
      for (const letter of decoded.match(ACCENTED) ?? []) this.utf8.add(letter);
      return true;
    }
    const weighed = weigh(s);
    if (weighed.length === 0 && plain.size < MOST_PLAIN) plain.add(s);
    for (const [word, by] of weighed) {
      if (by.length === 0) this.senseless++;
      for (const name of by) this.words[name].add(word);
    }
    return true;
  }

  /** So much has been seen that more cannot change the answer. */
  get isSure(): boolean {
    const seen = BYTE_ENCODINGS.reduce((sum, name) => sum + this.words[name].size, 0);
    return seen + this.utf8.size > ENOUGH;
  }

  /** How many different words of the cells so far are Vietnamese in an encoding, and not as they stand. */
  explained(name: ByteEncoding): number {
    return this.words[name].size;
  }

  /** The encoding that the cells so far are in, or null. */
  get verdict(): Legacy | null {
    return this.verdicts[0] ?? null;
  }

  /**
   * The encodings that the cells so far are in, the commonest first: a sheet that was put together
   * from several may have several. Blank for Unicode.
   */
  get verdicts(): readonly Legacy[] {
    const size = (name: ByteEncoding) => this.words[name].size;
    const [first, ...others] = [...BYTE_ENCODINGS].sort((a, b) => size(b) - size(a));
    const least = COMMON.has(first!) ? 2 : ALSO;
    const bytes: ByteEncoding[] = [];
    if (size(first!) >= least && size(first!) > this.senseless / 4) bytes.push(first!);
    for (const name of bytes.length > 0 ? others : [])
      if (this.explainedBy(name, bytes) >= ALSO) bytes.push(name);
    if (this.utf8.size > Math.max(1, size(first!))) return ['utf8', ...bytes];
    return bytes.length > 0 && this.utf8.size > 1 ? [...bytes, 'utf8'] : bytes;
  }

  /** Words that only this encoding explains, of it and some others. */
  private explainedBy(name: ByteEncoding, others: readonly ByteEncoding[]): number {
    let words = 0;
    for (const word of this.words[name])
      if (!others.some((other) => this.words[other].has(word))) words++;
    return words;
  }
}

/** Words that the first encoding does not explain, for a second: there are few by chance. */
const ALSO = 4;
const ENOUGH = 200;

/** Two words tell these; of the others there are more by chance than sheets that are in them. */
const COMMON: ReadonlySet<ByteEncoding> = new Set(['tcvn3', 'vni', 'cp1258']);

/**
 * What a cell is in: `unicode` or `legacy` where its letters tell, `either` where both make
 * Vietnamese of it (`Cã` is `Có` in TCVN3); null where it is the same in both, or one character.
 */
export type Script = 'unicode' | 'legacy' | 'either' | null;

/** What a cell of a sheet is in of which other cells are in that encoding. */
export function scriptOf(s: string, legacy: Legacy): Script {
  const more = HALF_PLAIN.has(legacy) ? SIGNS : undefined;
  if (!suspicious(s) && !hasOneOf(s, more)) return hasUnicodeLetter(s) ? 'unicode' : null;
  if (s.trim().length <= 1) return null;
  if (legacy === 'utf8') return fromDoubleUtf8(s) === null ? 'unicode' : 'legacy';
  return scriptOfWords(accentedWords(s, more), legacy);
}

/** What is a letter in such an encoding in the place of quotation marks and dashes. */
const SIGNS = new CharSet(CP1252_C1);

function hasOneOf(s: string, more: CharSet | undefined): boolean {
  for (let i = 0; more !== undefined && i < s.length; i++) if (more.at(s, i)) return true;
  return false;
}

function scriptOfWords(words: readonly string[], legacy: ByteEncoding): Script {
  const convert = FROM[legacy];
  const asIs = words.filter((word) => isSyllable(word) && !CAPITAL_WITHIN.test(word));
  const converted = words.map(convert);
  if (converted.filter(isSyllable).length < asIs.length) return 'unicode';
  if (words.some((word, i) => !isSyllable(word) && isSyllable(converted[i]!))) return 'legacy';
  // No word of Vietnamese (`Thành`) can be in an encoding that leaves its accents alone, but for those of which half of the letters are the same.
  return !HALF_PLAIN.has(legacy) && asIs.some((word) => convert(word) === word)
    ? 'unicode'
    : 'either';
}

/** What a cell is in, of several encodings that others of its sheet are in, and which of them. */
export function meantIn(s: string, encodings: readonly Legacy[]): Meant {
  let found: Meant = UNTOLD;
  for (const legacy of encodings) {
    const script = scriptOf(s, legacy);
    // That it is no garbled UTF-8 says nothing where there are others.
    if (script === null || (legacy === 'utf8' && script !== 'legacy' && encodings.length > 1))
      continue;
    const meant = { script, legacy, sense: senseOf(s, legacy) };
    if (isBetter(meant, found)) found = meant;
  }
  return found;
}

/** What a text is found to be written in, and how much sense it makes so. */
export interface Meant {
  readonly script: Script;
  readonly legacy: Legacy | null;
  /** Words that the encoding makes Vietnamese. */
  readonly sense: number;
}

/** Of a text that says nothing of it. */
export const UNTOLD: Meant = { script: null, legacy: null, sense: 0 };

function isBetter(one: Meant, other: Meant): boolean {
  const rank = ({ script }: Meant) => SCRIPTS.indexOf(script);
  return rank(one) > rank(other) || (rank(one) === rank(other) && one.sense > other.sense);
}

const SCRIPTS: readonly Script[] = [null, 'unicode', 'either', 'legacy'];

/** Garbled UTF-8 leaves no doubt. */
function senseOf(s: string, legacy: Legacy): number {
  if (legacy === 'utf8') return Number.POSITIVE_INFINITY;
  return accentedWords(s).filter((word) => isSyllable(FROM[legacy](word))).length;
}

/** `mÕng`: nobody writes so. */
const CAPITAL_WITHIN = /\p{Ll}\p{Lu}/u;

function hasUnicodeLetter(s: string): boolean {
  for (let i = 0; i < s.length; i++) {
    const code = s.charCodeAt(i);
    if (isUnicodeLetter(code) && !CP1252_LETTERS.has(code)) return true;
  }
  return false;
}

/** A name that stands alone, of a file or a sheet: in Unicode, where its own words tell what it is in. */
export const inUnicode = memoText((name): string => {
  if (!suspicious(name)) return name;
  const detector = new LegacyDetector();
  detector.look(name);
  const { legacy, script } = meantIn(name, detector.verdicts);
  return script === 'legacy' ? convertText(name, legacy!) : name;
});
