import { memoText } from '../../core/memo.js';
import { fold, foldAccents } from '../../core/text.js';
import { writtenOut } from './abbreviations.js';
import { askedFor } from './asked.js';

/** With the raised figures of footnotes: `Số thành viên¹`. */
const STARS = /\(\s*\*+\s*\)|\*+|[⁰¹²³⁴-⁹]+/g;
const NUMBERING = /^\(?\d{1,2}[).]\s*(?=\p{L})/u;
const PARENTHESES = /\([^()]*\)?/g;
const PUNCTUATION = /[^\p{L}\p{N}%]+/gu;
/** A unit of measure behind a comma or dash: `Số thành viên, người`. */
const TRAILING_UNIT = /\s*[,;:/–-]\s*(?:người|hộ|tổ|tài khoản|tk|cơ sở|ấp|đơn vị|%)\s*$/u;

/** `Trong đó: có mã QR`: of the column before. */
const WITHIN = /^trong do /;

/** Without the stars that mark a column as one that must be filled. */
export function withoutStars(text: string): string {
  return text.replace(STARS, ' ');
}

/** Words and nothing else, as most headings are. */
const PLAIN = /^[a-z0-9%]+(?: [a-z0-9%]+)*$/;

/** What spellings of one heading share: no case, accents, stars, punctuation, line breaks. */
export const headerKey = memoText(keyOfHeading);

/** The same of a heading that is asked for once. */
export function keyOfHeading(text: string): string {
  // Of words and nothing else, accents and case are all that folding could change.
  const bare = foldAccents(text.toLowerCase());
  if (PLAIN.test(bare)) return bare;
  const unnumbered = withoutStars(fold(text)).trim().replace(NUMBERING, '');
  return foldAccents(unnumbered).replace(/&/g, ' va ').replace(PUNCTUATION, ' ').trim();
}

/**
 * Keys under which a heading may be known, best first: as written, without what stands in
 * parentheses, without a trailing unit of measure, as a question asks for it, with abbreviations written
 * out, without `Trong đó`.
 */
export const headerKeys = memoText((text: string): readonly string[] => {
  const folded = fold(text);
  const bare = withoutStars(folded).replace(PARENTHESES, ' ');
  const ways = new Set([folded, bare, bare.replace(TRAILING_UNIT, ''), ...askedFor(folded)]);
  const keys = [...ways].map(headerKey);
  const written = [...keys, ...keys.map(writtenOut)];
  const bareOf = (key: string) => key.replace(WITHIN, '');
  return [...new Set([...written, ...written.map(bareOf)])].filter((key) => key !== '');
});

/** The letters of a heading alone, folded. Accents are kept: `Năm` is a year, and `Hộ` a household. */
export const plainly = memoText((text) =>
  fold(text)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim(),
);
