import { wordsToNumber } from './number-words.js';
import { clean, fold, foldAccents } from './text.js';

/**
 * A count read from text. `value: null`: the cell says that there is nothing (a dash).
 * `repaired`: read without doubt, yet not written as a count is.
 */
export type CountReading =
  | { readonly value: number | null; readonly repaired?: true }
  | { readonly bad: true; readonly suggestion?: string };

/** Excel keeps 15 digits; a count of more is none. */
export const COUNT_LIMIT = 1e15;

const NONE = /^(?:[-–—−_]+|\.{2,}|…+)$/;
/** Says in words that nothing has been reported; `Không` would be 0, and is asked about. */
const NOT_YET =
  /^(?:chưa (?:có |có báo cáo )?(?:số liệu|báo cáo|thống kê|tổng hợp|cập nhật)|đang (?:thống kê|tổng hợp|cập nhật)|không có số liệu|n\/a)\.?$/;
/** Groups of three, the same sign between them: `1.118.560`, `1 250`; contract, Forms. */
const GROUPED = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+)$/;
/** As English Excel writes it. In a count `1,250` has no other sensible reading. */
const COMMAS = /^[1-9]\d{0,2}(?:,\d{3})+$/;
/** Decimals that are all zero: `12,0`, `1.250,00`, `1,250.0`; three zeros are a group. */
const WHOLE = /^(.*\d)[.,]0{1,2}$|^(.*\.\d{3}),0+$|^(.*,\d{3})\.0+$/;
const WITH_WORD = /^([\d., ]*\d)[.,]? ?\(?([^\d()%]+?)\)?\.?$/;
/** Whole numbers of these are counted in the forms. */
const COUNTED = new Set(
  (
    'ho|ho dan|ho gia dinh|gia dinh|ho kinh doanh|hkd|nguoi|nguoi dan|nhan khau|khau|' +
    'thanh vien|tv|hoi vien|dong chi|d/c|can bo|to|to cnscd|cong dan|tai khoan|tk|co so|' +
    'cua hang|don vi|luot|luot nguoi|luot ho|ap|khom|thon'
  ).split('|'),
);

const DIGITS = /^\d{1,15}$/;
/** An apostrophe before a number, a stop behind it: typed, and no part of it. */
const TYPED_AROUND = /^'|[.,;]$/g;

/**
 * Reads a count (contract, Forms: in a count, a dot, space or NBSP before three digits
 * groups them). A comma before three digits groups them too, and is told, as is a word for
 * what is counted (`450 hộ`), the same number in words beside it (`7 (bảy)`), and an apostrophe or stop
 * (`'12`, `12.`). A dash alone is blank: nothing was reported. Number
 * words, bounds (`hơn 200`), `1,2 nghìn`, `(12)` and `12*` are bad, with the number they mean
 * as suggestion.
 */
export function parseCount(text: string): CountReading {
  if (DIGITS.test(text)) return within(Number(text), false);
  const s = clean(text);
  if (s === '' || NONE.test(s) || NOT_YET.test(fold(s))) return { value: null };
  const plain = parseFigures(s);
  if (plain !== null) return within(plain.value, plain.repaired);
  const bare = parseFigures(s.replace(TYPED_AROUND, ''));
  return bare === null ? parseWithWords(s) : within(bare.value, true);
}

function within(value: number, repaired: boolean): CountReading {
  if (value >= COUNT_LIMIT) return { bad: true };
  return repaired ? { value, repaired: true } : { value };
}

/** The figure alone, `repaired` where it is not in the contract's spellings; else null. */
function parseFigures(s: string): { value: number; repaired: boolean } | null {
  const digits = s.replace(/^\+ ?/, '');
  if (DIGITS.test(digits)) return { value: Number(digits), repaired: false };
  if (GROUPED.test(digits)) return { value: joined(digits), repaired: false };
  if (COMMAS.test(digits)) return { value: joined(digits), repaired: true };
  const whole = WHOLE.exec(digits);
  return whole === null ? null : parseFigures((whole[1] ?? whole[2] ?? whole[3])!);
}

function joined(s: string): number {
  return Number(s.replace(/[., ]/g, ''));
}

/** `07 (bảy) người`, `bảy (07)`: as documents write a number in figures and in words. */
const FIGURES_FIRST = /^([\d., ]*\d) ?\(([^\d()%]+)\)(?: ?([^\d()%]+))?$/;
const WORDS_FIRST = /^([^\d()%]+?) ?\(([\d., ]*\d)\)(?: ?([^\d()%]+))?$/;

/** What figures and words say alike; null where they do not, or it is not written twice. */
function saidTwice(s: string): number | null {
  const [, figures, words, counted] = FIGURES_FIRST.exec(s) ?? [];
  const [, before, behind, unit] = WORDS_FIRST.exec(s) ?? [];
  const number = parseFigures((figures ?? behind ?? '').trim())?.value ?? null;
  const what = counted ?? unit;
  if (number === null || (what !== undefined && !COUNTED.has(foldAccents(fold(what))))) return null;
  return wordsToNumber(foldAccents(fold(words ?? before ?? ''))) === number ? number : null;
}

function parseWithWords(s: string): CountReading {
  const twice = saidTwice(s);
  if (twice !== null) return within(twice, true);
  const match = WITH_WORD.exec(s);
  if (match !== null && COUNTED.has(foldAccents(fold(match[2]!)))) {
    const figures = parseFigures(match[1]!.trim());
    if (figures !== null) return within(figures.value, true);
  }
  const suggestion = suggest(s);
  return suggestion === null ? { bad: true } : { bad: true, suggestion: String(suggestion) };
}

const BOUND = /^(?:khoang|hon|tren|gan|duoi|tam|xap xi|uoc|~|>|<|>=|<=|≈) ?(?=\d)/;
/** Accountants write a loss so; a sign or a raised figure points at a note, or says that there are more. */
const MARKED = /^(?:\(([\d., ]+)\)|([\d., ]+)(?:[*+]|[(⁽]?[⁰¹²³⁴-⁹]+[)⁾]?))$/;
/** `Không phát sinh`, `ko`: 0 in all likelihood, which the sender has to say. */
const SAYS_NONE =
  /^(?:(?:khong|ko|k|kg)(?: co)?(?: phat sinh)?(?: moi)?|chua phat sinh)(?: (?:ho|nguoi|ai|ca|to)(?: nao)?)?$/;
/** `8 người (3 nữ)`, `8, trong đó 3 nữ`: a whole with a part of it. */
const WITH_PART = new RegExp(
  `^([\\d.]+)(?: (?:${[...COUNTED].join('|')}))?(?: ?\\([^()]*\\d[^()]*\\)|,? (?:trong (?:do|so)|gom)\\b.*\\d.*)$`,
);
/** `3+2`, `3 nam, 2 nữ`. */
const ADDED = /^(\d+)(?: ?nam)? ?[,;+&]? ?(?:va )?(\d+) ?nu$|^(\d+) ?\+ ?(\d+)$/;
const COUNTED_END = new RegExp(` (?:${[...COUNTED].join('|')})$`);

/** The number that words mean; a bound's own number. */
function suggest(s: string): number | null {
  const bare = foldAccents(fold(s)).replace(/[.;]$/, '').replace(COUNTED_END, '');
  if (SAYS_NONE.test(bare)) return 0;
  const marked = MARKED.exec(bare);
  if (marked !== null) return parseFigures((marked[1] ?? marked[2])!)?.value ?? null;
  const whole = WITH_PART.exec(bare);
  if (whole !== null) return parseFigures(whole[1]!)?.value ?? null;
  const added = ADDED.exec(bare);
  if (added !== null) return Number(added[1] ?? added[3]) + Number(added[2] ?? added[4]);
  const unbound = bare.replace(BOUND, '');
  if (unbound !== bare) return parseFigures(unbound)?.value ?? wordsToNumber(unbound);
  return wordsToNumber(bare);
}

/** A whole number from a cell, or null; what a formula leaves after the 9th decimal is noise. */
export function wholeNumber(n: number): number | null {
  if (Number.isInteger(n)) return n >= 0 && n < COUNT_LIMIT ? n + 0 : null;
  const whole = Math.round(n);
  if (whole < 0 || whole >= COUNT_LIMIT || !(Math.abs(n - whole) < 1e-9)) return null;
  return whole + 0;
}

/**
 * What a number cell with decimals was probably meant as: Excel with English settings reads
 * a typed `1.250` as 1.25. One decimal (`12.5`) may as well be a half: no suggestion.
 */
export function ungrouped(n: number): string | undefined {
  const thousandfold = Math.round(n * 1000);
  const looks = n >= 1 && n < 1000 && Math.abs(n * 1000 - thousandfold) < 1e-6;
  return looks && thousandfold % 100 !== 0 ? String(thousandfold) : undefined;
}
