import { memoText } from '../../core/memo.js';
import { clean, fold } from '../../core/text.js';
import type { Value } from '../../core/value.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/filled.js';
import { isColumnNumbers } from '../cells/row-kind.js';
import type { SheetRow } from '../table-context.js';

/** Words of English headings that are no Vietnamese syllables, whatever was done to the accents. */
const ENGLISH = new Set(
  (
    'number numbers no. of member members community technology digital women woman female females ' +
    'male males gender name names full position title role date dates month year years birth born dob ' +
    'age phone telephone organisation organization office unit workplace department trained training ' +
    'remark remarks comment comments household households householder head heads family home address ' +
    'place location market hamlet hamlets village villages commune communes ward district province ' +
    'assisted assistance supported support guided visited visit period cumulative public service ' +
    'services shopping payment payments electronic safety security cybersecurity platform platforms ' +
    'skill skills citizen citizens eligible identity identification national account accounts level ' +
    'levels activated activation issued business businesses merchant merchants owner store cashless ' +
    'non-cash method methods means type wallet e-wallet installed installation marketplace ' +
    'e-commerce serial order report reporting note notes total including which first last given ' +
    'quarter week indicator indicators result results quantity value description status signature'
  ).split(' '),
);
/** English too, where nothing beside them says otherwise. */
const ALONE = new Set('no total team teams bank tax code card sex men shop ref sum'.split(' '));
/** What stands between such words, in either language. */
const BETWEEN = new Set(
  (
    'the in on at by for to with and or per a an all new other others id eid e-id vneid zalo oa qr ' +
    'pos cnscđ online internet mobile digital cash cyber 1 2 i ii contact day'
  ).split(' '),
);

/**
 * Vietnamese headings have them for what they are: `POS / QR code` says two things, and none of
 * them twice.
 */
const LOANS = new Set(['qr', 'pos', 'vneid', 'zalo', 'oa']);

type Says = 'english' | 'maybe' | null;

/** Whether a text is in English: by words that are nothing else, or by such as may also be. */
const saysEnglish = memoText((text): Says => {
  const words = fold(text)
    .split(/[^\p{L}\p{M}\p{N}-]+/u)
    .filter((word) => word !== '');
  let says: Says = null;
  for (const word of words) {
    if (ENGLISH.has(word)) says = 'english';
    else if (ALONE.has(word)) says ??= 'maybe';
    else if (!BETWEEN.has(word)) return null;
  }
  return says === 'maybe' && words.some((word) => LOANS.has(word)) ? null : says;
});

/** True for a heading in English alone: `Number of members`; not for `No`, `Team`. */
function isEnglish(text: string): boolean {
  return saysEnglish(text) === 'english';
}

/** Where one language of a heading may end. */
const BREAK = /[\r\n]+|[/|()[\]]|\s[–—-]\s/;
/** Nearly all headings hold none of these. */
const MAY_HOLD_BOTH = /[\r\n/|([]|\s[–—-]\s|[a-z]{4}/i;

/**
 * The Vietnamese of a heading that says the same in English, in whatever order and however they are
 * parted: `Number of members\n(Số thành viên)`, `Số thành viên / Members`, `Họ và tên Full name`.
 * Any other is itself.
 * @param raw with the line breaks of its cell
 * @returns clean
 */
export const inVietnamese = memoText((raw: string): string => {
  const whole = clean(raw);
  if (!MAY_HOLD_BOTH.test(raw)) return whole;
  const pieces = raw
    .split(BREAK)
    .map(clean)
    .filter((piece) => piece !== '' && piece !== '*');
  const own = pieces.filter((piece) => saysEnglish(piece) === null);
  if (own.length === 0) return whole;
  if (own.length === pieces.length) return pieces.length === 1 ? withoutTail(whole) : whole;
  // `(Nữ)` behind what is left of the English is a heading by itself; `Mức 1 (người)` stays as it is.
  const kept = own.length === 1 ? own[0]! : withoutEnglish(raw);
  return kept === '' ? whole : kept;
});

/** What is not English of a text of several pieces, parted as it was. */
function withoutEnglish(raw: string): string {
  const said = (piece: string) => saysEnglish(piece) !== null;
  const bare = raw
    .replace(/[([]([^()[\]]*)[)\]]/g, (all, piece: string) => (said(piece) ? ' ' : all))
    .split(/([\r\n]+|[/|]|\s[–—-]\s)/);
  const kept = bare.filter((piece, i) => i % 2 === 0 && clean(piece) !== '' && !said(piece));
  const isLine = bare.every((piece, i) => i % 2 === 0 || /[\r\n]/.test(piece));
  return clean(kept.join(isLine ? ' ' : '/'));
}

/** English words at the end that nothing parts from the rest; one alone may be a loan: `Link Zalo`. */
const FEWEST_WORDS = 2;

function withoutTail(text: string): string {
  const words = text.split(' ');
  let from = words.length;
  while (from > 0 && isWordOfBoth(words[from - 1]!)) from--;
  const tail = words.slice(from);
  while (tail.length > 0 && saysEnglish(tail[0]!) === null) tail.shift();
  if (tail.length < FEWEST_WORDS || tail.length === words.length) return text;
  return isEnglish(tail.join(' ')) ? words.slice(0, -tail.length).join(' ') : text;
}

function isWordOfBoth(word: string): boolean {
  const folded = fold(word);
  return saysEnglish(word) !== null || BETWEEN.has(folded);
}

/** Of a column's texts those in Vietnamese, where some are; else all. */
export function vietnameseOf(texts: readonly string[]): readonly string[] {
  if (texts.length < 2) return texts;
  const own = texts.filter((text) => !isEnglish(text));
  return own.length === 0 ? texts : own;
}

/**
 * The last row of a header whose headings stand once more in English below it: `Number of members`
 * below `Số thành viên`. Numbers of the columns, and rows without a text, may stand between.
 * @param rows in which they may stand
 * @param bottom the last row of the header
 */
export function withEnglishBelow(rows: readonly SheetRow[], bottom: number): number {
  let last = bottom;
  for (const row of rows) {
    if (row.number <= bottom) continue;
    if (isInEnglish(row)) last = row.number;
    else if (!isColumnNumbers(row.values.map(cellText)) && !row.values.every(isBlank)) break;
  }
  return last;
}

/** True for a row of headings in English alone: two at least that are nothing else. */
function isInEnglish({ values }: SheetRow): boolean {
  let found = 0;
  for (const value of values) {
    if (value === null || value === '') continue;
    if (typeof value !== 'string') return false;
    const says = saysEnglish(value);
    if (says === null) return false;
    if (says === 'english') found++;
  }
  return found >= 2;
}

/** A row with the Vietnamese alone of its texts; what is said once stays as it is written. */
export function rowInVietnamese(row: SheetRow): SheetRow {
  let values: Value[] | null = null;
  row.values.forEach((value, i) => {
    if (typeof value !== 'string' || !MAY_HOLD_BOTH.test(value)) return;
    const own = inVietnamese(value);
    if (own === clean(value)) return;
    values ??= [...row.values];
    // What stands further in is a part of what stands above.
    values[i] = `${/^\s*/.exec(value)![0]}${own}`;
  });
  return values === null ? row : { ...row, values };
}
