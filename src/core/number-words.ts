import { fold, foldAccents } from './text.js';

/**
 * Vietnamese numbers in words, so that a count written out can be given back as a
 * suggestion: `Một nghìn hai trăm` → 1200. Case and accents are free (`hai muoi mot`), the
 * everyday short forms too: `nghìn hai` 1200, `trăm rưỡi` 150, `hai lăm` 25, `3 nghìn`.
 */

const DIGITS: Readonly<Record<string, number>> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
const SCALES: Readonly<Record<string, number>> = {
  nghin: 1e3,
  ngan: 1e3,
  trieu: 1e6,
  ti: 1e9,
  ty: 1e9,
};
const FIGURES = /^\d{1,12}(?:,\d{1,6})?$/;

/** A cursor over the words; every step reads some of them or leaves the cursor be. */
interface Cursor {
  readonly words: readonly string[];
  at: number;
}

/** What one group up to a scale word comes to. `lone`: one digit and nothing more. */
interface Group {
  readonly value: number;
  readonly lone: boolean;
}

function take(c: Cursor, ...choices: readonly string[]): boolean {
  const found = c.at < c.words.length && choices.includes(c.words[c.at]!);
  if (found) c.at++;
  return found;
}

function digit(c: Cursor): number | null {
  const value = DIGITS[c.words[c.at] ?? ''];
  if (value === undefined) return null;
  c.at++;
  return value;
}

/** `mười lăm`, `hai mươi mốt`, `hai lăm`, `linh năm`, `năm`; null where nothing fits. */
function belowHundred(c: Cursor): Group | null {
  if (take(c, 'linh', 'le')) return strict(digit(c));
  if (take(c, 'muoi', 'chuc')) return { value: 10 + (digit(c) ?? half(c, 10)), lone: false };
  const first = digit(c);
  if (first === null) return null;
  if (take(c, 'muoi', 'chuc'))
    return { value: first * 10 + (digit(c) ?? half(c, 10)), lone: false };
  const second = first === 0 ? null : digit(c);
  return second === null
    ? { value: first, lone: true }
    : { value: first * 10 + second, lone: false };
}

function strict(value: number | null): Group | null {
  return value === null ? null : { value, lone: false };
}

function half(c: Cursor, scale: number): number {
  return take(c, 'ruoi') ? scale / 2 : 0;
}

/** `[hai] trăm …`: a lone digit after it counts tens (`trăm hai` 120). */
function belowThousand(c: Cursor): Group | null {
  const start = c.at;
  const hundreds = digit(c) ?? 1;
  if (!take(c, 'tram')) {
    c.at = start;
    return figures(c) ?? belowHundred(c);
  }
  const rest = belowHundred(c);
  if (rest === null) return { value: hundreds * 100 + half(c, 100), lone: false };
  return { value: hundreds * 100 + rest.value * (rest.lone ? 10 : 1), lone: false };
}

function figures(c: Cursor): Group | null {
  const word = c.words[c.at] ?? '';
  if (!FIGURES.test(word)) return null;
  c.at++;
  return { value: Number(word.replace(',', '.')), lone: word.length === 1 };
}

function scaleWord(c: Cursor): number | null {
  const scale = SCALES[c.words[c.at] ?? ''];
  if (scale === undefined) return null;
  c.at++;
  return scale;
}

/** The groups from the largest scale down; null where the words are no number. */
function total(c: Cursor): number | null {
  let sum = 0;
  let last = Number.POSITIVE_INFINITY;
  while (c.at < c.words.length) {
    const group = belowThousand(c);
    const scale = scaleWord(c);
    if (scale === null) {
      const spread = group?.lone && last < Number.POSITIVE_INFINITY ? last / 10 : 1;
      return group !== null && c.at === c.words.length ? sum + group.value * spread : null;
    }
    if (scale >= last) return null;
    sum += (group?.value ?? 1) * scale + half(c, scale);
    last = scale;
  }
  return sum;
}

/** `Hai mươi mốt` → 21; null where the text is not a whole number in words. */
export function wordsToNumber(text: string): number | null {
  const words = foldAccents(fold(text))
    .replace(/[.,;:!]+$/, '')
    .split(/[\s,]*\s[\s,]*|-/);
  if (words.length > 24 || words[0] === '') return null;
  if (words.every((word) => FIGURES.test(word))) return null;
  const value = total({ words, at: 0 });
  return value !== null && Number.isSafeInteger(value) ? value : null;
}
