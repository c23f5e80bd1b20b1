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

/** Placed runs by cluster and what is around it: a few hundred exist; the limit is for junk. */
const known = new Map<number, string | null>();
const MOST_KNOWN = 5000;

/** Longer runs are no syllable. */
const LONGEST = 3;
/** By character code, a small number for each vowel; 0 for any other. */
const VOWEL = new Uint8Array(KIND.length);
[...VOWELS.keys()].forEach((letter, i) => {
  VOWEL[letter.charCodeAt(0)] = i + 1;
});
const RADIX = VOWELS.size + 1;
const ONSETS = 'qgQG';
/** By character code, 1 for a consonant, which closes a run. */
const CLOSING = new Uint8Array(KIND.length);
for (const letter of 'bcdfghjklmnpqrstvwxzđBCDFGHJKLMNPQRSTVWXZĐ')
  CLOSING[letter.charCodeAt(0)] = 1;

/** The run of vowels from `start` to `end` with its tone in place; null where it is. */
export function placeRun(s: string, start: number, end: number): string | null {
  const after = end < s.length ? s.charCodeAt(end) : 0;
  if (end - start > LONGEST || (after >= 0x300 && after <= 0x36f)) return null;
  const onset = start === 0 ? -1 : ONSETS.indexOf(s[start - 1]!);
  const closed = after < CLOSING.length && CLOSING[after] === 1;
  // With its length, so that no onset and run is another run.
  let key = 8 * (end - start) + onset + 1;
  for (let i = start; i < end; i++) key = key * RADIX + VOWEL[s.charCodeAt(i)]!;
  key = 2 * key + (closed ? 1 : 0);
  let placed = known.get(key);
  if (placed === undefined) {
    const run = s.slice(start, end);
    placed = place(onset < 0 ? '' : s[start - 1]!, run, closed);
    if (placed === run) placed = null;
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
    if (placed === null) continue;
    out += s.slice(copied, start) + placed;
    copied = i;
  }
  return copied === 0 ? s : out + s.slice(copied);
}
