import { foldTones, KIND, placeRun } from './tones.js';

const ASCII = /^[ -~]*$/;
const MARKS = /[\u0300-\u036f]/g;
/** Takes no room: soft hyphen, joiners, direction marks, variants, BOM, stray control characters. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single marks are meant
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0e\ufe0f\ufeff]/g;
/** With the blanks of Braille and Hangul, which stand where a space would be taken away. */
const SPACES = /[\s\u0085\u115f\u1160\u2800\u3164\uffa0]+/g;

/**
 * True where `clean` has nothing to do: single inner spaces, and only letters that NFC
 * leaves alone (ASCII, Latin-1, Latin Extended-A and B, Latin Extended Additional).
 */
function isClean(s: string): boolean {
  let before = 32;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c === 32 ? before === 32 : !isPlain(c)) return false;
    before = c;
  }
  return before !== 32 || s.length === 0;
}

function isPlain(c: number): boolean {
  if (c < 0x7f) return c > 32;
  return (c > 0xa0 && c < 0x250 && c !== 0xad) || (c >= 0x1e00 && c < 0x1f00);
}

/** Unicode composed: `e` + combining marks → `ệ`. */
export function nfc(s: string): string {
  return isClean(s) ? s : s.normalize('NFC');
}

/** NFC, also of letters that have their tone before their own mark: `a` + `´` + `ˆ` → `ấ`. */
function composed(s: string): string {
  const usual = s.normalize('NFC');
  if (!OWN_MARK.test(usual)) return usual;
  return usual.normalize('NFD').replace(MARKS_TOGETHER, ownFirst).normalize('NFC');
}

/** Those of `â` and `ă`: the horn goes before a tone anyway. */
const OWN_MARK = /[\u0302\u0306]/;
const MARKS_TOGETHER = /[\u0300-\u0303\u0306\u0309]{2,}/g;

function ownFirst(marks: string): string {
  const own = [...marks].filter((mark) => OWN_MARK.test(mark));
  const tones = [...marks].filter((mark) => !OWN_MARK.test(mark));
  return [...own, ...tones].join('');
}

/**
 * NFC, with nothing that the eye does not see: NBSP, tabs, line breaks and doubled spaces
 * become one space; zero-width characters, soft hyphens and BOM go; ends are trimmed. Signs of
 * another width or script are written as usual.
 */
export function clean(s: string): string {
  if (isClean(s)) return s;
  const seen = s.replace(INVISIBLE, '').replace(SPACES, ' ').trim();
  return usualSigns(composed(seen));
}

/**
 * Full-width signs, as an East Asian keyboard writes them, and figures of other scripts (Arabic, and those
 * that ornament a text) as the usual ones: `１２`, `١٢`, `𝟏𝟐` → `12`.
 */
function usualSigns(s: string): string {
  return s.replace(ODD_SIGNS, usualSign);
}

const ODD_SIGNS = /[\uff01-\uff5e\u0660-\u0669\u06f0-\u06f9\u{1d7ce}-\u{1d7ff}]/gu;

function usualSign(sign: string): string {
  const code = sign.codePointAt(0)!;
  if (code >= 0x1d7ce) return String((code - 0x1d7ce) % 10);
  return code >= 0xff01 ? String.fromCharCode(code - 0xfee0) : String(code & 0xf);
}

/** Drops every diacritic: `Đắk Lắk` → `Dak Lak`. Keeps case. */
export function foldAccents(s: string): string {
  let out = '';
  let copied = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c < 0x80) continue;
    const bare = c < BARE.length ? BARE[c]! : 0;
    if (bare === 0) return bareOf(s);
    if (bare === c) continue;
    out += s.slice(copied, i) + String.fromCharCode(bare);
    copied = i + 1;
  }
  return copied === 0 ? s : out + s.slice(copied);
}

/** `foldAccents` for any text. */
function bareOf(s: string): string {
  return s
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[đðÐĐ]/g, bareD)
    .normalize('NFC');
}

function bareD(c: string): string {
  return c === 'đ' || c === 'ð' ? 'd' : 'D';
}

/** Look-alikes that keyboards and fonts put for one another; `ð` (eth) is typed for `đ`. */
const ALIKE = /[’‘ʼ`´′ʹ“”‐‑‒–—−ð]/g;

function alike(c: string): string {
  if (c === 'ð') return 'đ';
  if (c === '“' || c === '”') return '"';
  return c >= '‐' && c <= '—' ? '-' : c === '−' ? '-' : "'";
}

/**
 * What two spellings of one name share: `clean`, lower case, one tone placement, one kind of
 * apostrophe, quote and dash. Accents stay: `Ấp Bà` is not `Ấp Ba`.
 *
 * Every name of every row passes here: one look at each letter tells what is left to do.
 */
export function fold(s: string): string {
  let before = SPACE;
  let isLower = true;
  let isPlaced = true;
  let vowels = 0;
  let kinds = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    const lower = c < LOWER.length ? LOWER[c]! : 0;
    if (lower === 0 || (c === SPACE && before === SPACE)) return foldAny(s);
    if (lower !== c) isLower = false;
    const kind = KIND[lower]!;
    vowels = kind === 0 ? 0 : vowels + 1;
    kinds = kind === 0 ? 0 : kinds | kind;
    if (vowels > 1 && kinds > 1) isPlaced = false;
    before = c;
  }
  if (before === SPACE && s.length > 0) return foldAny(s);
  const lower = isLower ? s : s.toLowerCase();
  return isPlaced ? lower : foldTones(lower);
}

/**
 * Writes `fold(s)` without its spaces, as character codes, into `codes` from `at` on, and gives
 * where it ends. The same as `fold`, without the strings on the way: `codes` must have room for
 * three codes a letter, more than which none folds to.
 */
export function foldInto(s: string, codes: Uint16Array, at: number): number {
  let end = at;
  let before = SPACE;
  /** Where the run of vowels in hand begins, in `s`. */
  let run = 0;
  let kinds = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    const lower = c < LOWER.length ? LOWER[c]! : 0;
    if (lower === 0 || (c === SPACE && before === SPACE)) return copyInto(fold(s), codes, at);
    before = c;
    const kind = KIND[lower]!;
    kinds |= kind;
    if (kind === 0) {
      if (kinds > 1 && i - run > 1) end = placeInto(s, run, i, codes, end);
      run = i + 1;
      kinds = 0;
      if (c === SPACE) continue;
    }
    codes[end++] = lower;
  }
  return kinds > 1 && s.length - run > 1 ? placeInto(s, run, s.length, codes, end) : end;
}

/** Sets the tone of the run of vowels that was written last. */
function placeInto(s: string, run: number, to: number, codes: Uint16Array, end: number): number {
  const placed = placeRun(s, run, to);
  return placed === null ? end : copyInto(placed.toLowerCase(), codes, end - (to - run));
}

function copyInto(folded: string, codes: Uint16Array, at: number): number {
  let end = at;
  for (let i = 0; i < folded.length; i++) {
    const c = folded.charCodeAt(i);
    if (c !== SPACE) codes[end++] = c;
  }
  return end;
}

/** `fold` for any text. */
function foldAny(s: string): string {
  return foldTones(clean(s).toLowerCase().replace(ALIKE, alike).normalize('NFC'));
}

const SPACE = 32;

/** By character code, the letter that `make` turns a plain one into; 0 where that is not all. */
function letters(make: (letter: string) => string): Uint16Array {
  return Uint16Array.from({ length: 0x1f00 }, (_, c) => {
    const made = isPlain(c) || c === SPACE ? make(String.fromCharCode(c)) : '';
    return made.length === 1 ? made.charCodeAt(0) : 0;
  });
}

const BARE = letters(bareOf);
const LOWER = letters((letter) => {
  const lower = letter.toLowerCase();
  return lower.replace(ALIKE, '');
});

const ROMAN = /^(X{0,3})(IX|IV|V?I{0,3})$/i;
const ONES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/**
 * `I` to `XXXIX`, any case, also `Ⅳ`; null for anything else. No more: `C`, `D`, `L` and `M`
 * name hamlets by letter far oftener than by number.
 */
export function romanToNumber(s: string): number | null {
  const match = ROMAN.exec(ASCII.test(s) ? s : s.normalize('NFKC'));
  if (match === null || match[0] === '') return null;
  return 10 * match[1]!.length + ONES.indexOf(match[2]!.toUpperCase());
}
