import { getOrMake, memo, memoText } from '../../core/memo.js';
import { clean, foldAccents } from '../../core/text.js';
import type { SheetRow } from '../table-context.js';
import { SHORT_FORMS } from './abbreviations.js';
import { mayAsk } from './asked.js';
import type { CompiledLayout } from './compile.js';
import { withoutStars } from './header-text.js';
import { PLACE_WORDS } from './unit-columns.js';

/**
 * A quick no for nearly every row of a sheet without a form: no cell begins as a heading does.
 */
export function mayHead({ values }: SheetRow, layouts: readonly CompiledLayout[]): boolean {
  const mayBegin = beginnings(layouts);
  for (const value of values) {
    if (typeof value === 'string' && mayBegin(value)) return true;
  }
  return false;
}

/** Letterheads and headers repeat from sheet to sheet. */
const beginnings = memo((layouts: readonly CompiledLayout[]) =>
  memoText((text) => mayBeginHeading(text, layouts)),
);

/**
 * False where a text is neither a heading nor the beginning of one, whatever is done to fold it:
 * its words, as far as nothing but room parts them, are not those of any heading; nor does it
 * begin as one and end as the columns do that hold a field together.
 */
export function mayBeginHeading(text: string, layouts: readonly CompiledLayout[]): boolean {
  if (text.length >= LONGEST_HEADING) return false;
  // What stands in parentheses may be left out of a heading: `(a) Họ và tên`.
  if (text.includes('(') || mayAsk(text)) return true;
  // Signs without width may stand before, or within, what the eye sees as one word.
  const bare = withoutStars(clean(text)).replace(NUMBERING, '').trimEnd();
  if (!LETTER.test(bare)) return text.includes('%');
  WORD.lastIndex = 0;
  const known = beginningsOf(layouts);
  let words: string | undefined = '';
  let isPlace = true;
  let begun = false;
  let end = 0;
  let pair: ReadonlySet<string> | undefined;
  for (let found = WORD.exec(bare); found !== null; found = WORD.exec(bare)) {
    const word = foldAccents(found[1]!.toLowerCase());
    end = WORD.lastIndex;
    // What is shortened may stand for any words; any may come behind `Trong đó`.
    if (SHORTENED.has(word) || pair?.has(word) || word === 'trong') return true;
    words = next(words, word, known);
    isPlace &&= PLACES.has(word);
    pair = SHORTENED_BY_MORE.get(word);
    if (words === undefined && !isPlace && pair === undefined)
      return begun ? endsAsPart(bare) : LEVEL.test(bare);
    // `Xã Tân Ân, tháng 9/2024` is a line: a place alone begins no heading with a part behind it.
    begun ||= words !== undefined;
  }
  // So is `Xã: Tân Ân`.
  return !isPlace || !VALUE.test(bare.slice(end));
}

/**
 * Names a part of a field that several columns hold (`Kích hoạt mức 1`, `Năm sinh nữ`), or the
 * period of its counts (`Số thành viên T9`).
 */
function endsAsPart(text: string): boolean {
  const folded = foldAccents(text.toLowerCase());
  // `Kỳ báo cáo: Tháng 9/2024` is a line.
  return PART.test(folded) || (!text.includes(':') && DATED.test(folded));
}

/** `Nam` is a part of a field, but not that of `Việt Nam`. */
const PART = /\s(?:(?<!viet )nam|nu|dem|lot|muc(?: do)? (?:0?[12]|i{1,2}))\W*$/;
/** A quick look for `Nâng lên mức 2`, whatever was done to reach the level. */
const LEVEL = /\sm\S{2,4}(?:\s+[đd]\S{1,4})?\s+(?:0?[12]|i{1,2})\W*$/iu;
const DATED =
  /\s(?:(?:thang|thg|th?)[ .]?\d{1,2}(?:\D{1,6}\d{2,4})?|(?:\d{1,2}[/.-]){1,2}20\d\d)\W*$/;
const VALUE = /^\s*[:：]\s*\S/;

/** The words with one more, if a heading begins so. */
function next(words: string | undefined, word: string, known: ReadonlySet<string>) {
  if (words === undefined) return undefined;
  const more = words === '' ? word : `${words} ${word}`;
  return known.has(more) ? more : undefined;
}

const LONGEST_HEADING = 120;
const NUMBERING = /^[\s(*\d.)-]+/;
const LETTER = /^\p{L}/u;
const WORD = /\s*([\p{L}\p{M}\p{N}]+)/uy;

/** The first words of headings, folded: as many as there are, one less, and so on. */
const beginningsOf = memo((layouts: readonly CompiledLayout[]): ReadonlySet<string> => {
  const first = new Set<string>();
  for (const { headings } of layouts)
    for (const key of headings.keys()) {
      first.add(key);
      for (let end = key.indexOf(' '); end >= 0; end = key.indexOf(' ', end + 1))
        first.add(key.slice(0, end));
    }
  return first;
});

const PLACES: ReadonlySet<string> = new Set(PLACE_WORDS);
const SHORT = SHORT_FORMS.map((short) => short.split(' '));
const SHORTENED = new Set(SHORT.flatMap(([word, ...more]) => (more.length === 0 ? word! : [])));
/** The first two words of what is shortened to several. */
const SHORTENED_BY_MORE = new Map<string, Set<string>>();
for (const [first, second] of SHORT)
  if (second !== undefined) getOrMake(SHORTENED_BY_MORE, first!, () => new Set()).add(second);
