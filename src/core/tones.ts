/**
 * One place for the tone mark. `Hòa` and `Hoà`, `Thủy` and `Thuỷ`, `khỏe` and `khoẻ` are the
 * same words: 185 of 3.321 commune names differ in this alone between two official lists.
 * The form taken is that of the school books (Quyết định 1989/QĐ-BGDĐT of 2018): `hoà`.
 */

const PLAIN = 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY';
/** None, grave, hook, tilde, acute, dot below. */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const MARKED = /[ăâêôơư]/i;
/** Open clusters that carry the tone on their second vowel. */
const SECOND = /^(?:oa|oe|uy)$/i;

/** Precomposed vowel → its plain letter and the index of its tone. */
const VOWELS = new Map<string, readonly [plain: string, tone: number]>();
for (const plain of PLAIN) {
  TONES.forEach((mark, tone) => {
    VOWELS.set((plain + mark).normalize('NFC'), [plain, tone]);
  });
}

/** By character code: 0 no vowel, 1 a vowel without tone, 2 a vowel with one. */
export const KIND = new Uint8Array(0x1f00);
for (const [letter, [, tone]] of VOWELS) KIND[letter.charCodeAt(0)] = tone === 0 ? 1 : 2;

/** Index of the vowel that carries the tone. */
function seat(vowels: string, closed: boolean): number {
  for (let i = vowels.length - 1; i >= 0; i--) if (MARKED.test(vowels[i]!)) return i;
  if (closed) return vowels.length - 1;
  if (vowels.length === 2) return SECOND.test(vowels) ? 1 : 0;
  return vowels.length >= 3 ? 1 : 0;
}

/** `qu` and `gi` before a vowel are consonants: `quý`, `giá`. */
function onset(before: string, plain: string): number {
  const pair = (before + plain[0]).toLowerCase();
  return pair === 'qu' || pair === 'gi' ? 1 : 0;
}

function place(before: string, cluster: string, closed: boolean): string {
  let plain = '';
  let tone = 0;
  for (const letter of cluster) {
    const [base, found] = VOWELS.get(letter)!;
    plain += base;
    if (tone > 0 && found > 0) return cluster;
    tone ||= found;
  }
  if (tone === 0) return cluster;
  const start = onset(before, plain);
  const at = start + seat(plain.slice(start), closed);
  return plain.slice(0, at) + (plain[at]! + TONES[tone]).normalize('NFC') + plain.slice(at + 1);
}

/** By cluster and what is around it: a few hundred exist; the limit is for junk. */
const known = new Map<number, string>();
const MOST_KNOWN = 5000;

const CONSONANTS = new Set('bcdfghjklmnpqrstvwxzđBCDFGHJKLMNPQRSTVWXZĐ');
const ONSETS = new Set('qgQG');
/** Longer runs are no syllable. Three letters of 13 bits, and 9 of the one before, are exact. */
const LONGEST = 3;

/** The run of vowels from `start` to `end` with its tone in place. */
function placeRun(s: string, start: number, end: number): string {
  const after = s.charAt(end);
  if (end - start > LONGEST || (after >= '\u0300' && after <= '\u036f')) return s.slice(start, end);
  const before = ONSETS.has(s.charAt(start - 1)) ? s.charAt(start - 1) : '';
  const closed = CONSONANTS.has(after);
  let key = before === '' ? 0 : before.charCodeAt(0);
  for (let i = start; i < end; i++) key = key * 0x2000 + s.charCodeAt(i);
  key = 2 * key + (closed ? 1 : 0);
  let placed = known.get(key);
  if (placed === undefined) {
    placed = place(before, s.slice(start, end), closed);
    if (known.size < MOST_KNOWN) known.set(key, placed);
  }
  return placed;
}

/** Sets each tone mark in its one place; anything else stays. NFC text in, NFC text out. */
export function foldTones(s: string): string {
  let out = '';
  let copied = 0;
  for (let i = 0; i < s.length; i++) {
    const start = i;
    let kinds = 0;
    for (let kind = KIND[s.charCodeAt(i)]; kind; kind = KIND[s.charCodeAt(++i)]) kinds |= kind;
    if (i - start < 2 || kinds < 2) continue;
    const placed = placeRun(s, start, i);
    if (s.startsWith(placed, start)) continue;
    out += s.slice(copied, start) + placed;
    copied = i;
  }
  return copied === 0 ? s : out + s.slice(copied);
}
