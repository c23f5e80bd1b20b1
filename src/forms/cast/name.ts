import { looksLikePerson } from '../../core/person.js';
import { fold } from '../../core/text.js';
import type { Value } from '../../core/value.js';
import { BLANK, bad } from './results.js';
import { castSaid, castText } from './text.js';
import type { Cast } from './types.js';

/** A quick no for nearly every name: how what says that nobody is there begins. */
const MAY_BE_VACANT =
  /^[\s("“]*(?:khuyết|trống|còn|đang|hiện|tạm|bỏ|để|vị trí|chưa|chờ|không|n\/?a)/iu;
const VACANT =
  /^(?:(?:vị trí|còn|đang|hiện|tạm|bỏ|để) )*(?:khuyết|trống|thiếu)(?: \(?\d+\)?)?(?: (?:người|thành viên|vị trí|chức danh))?$|^(?:hiện )?chưa (?:có|bầu|bố trí|kiện toàn|phân công|cử|xác định|rõ|bổ sung|cập nhật)(?!\p{L})|^(?:đang |chờ )+(?:bổ sung|kiện toàn|bầu|cập nhật|phân công|quyết định|qđ)(?!\p{L})|^(?:không(?: có| rõ)?|n\/?a)$/u;

/** A sign, a tick (`x`) or a letter that is no word by itself, as `Ý` is one. */
const NO_NAME = /^[^\p{L}\p{N}]*(?:[xv]+[^\p{L}\p{N}]*)*$|^[^\p{L}\p{N}]*[a-zđ][^\p{L}\p{N}]*$/iu;
const LETTER = /\p{L}/u;

/** What may stand between several names in one cell. */
const SEVERAL = /[\n;,]/;
const PIECES = /\s*[\n;,]\s*/;
const NUMBERED = /^(?:\d{1,2}[.)/-]|[-+*•])\s*/;

/**
 * The name of one person, or of as many as one cell may name: none where it says that nobody is
 * there (`Khuyết`), bad where it is no name (`?`) or those of several people.
 * @param most people that are still one: a couple is a household's head
 */
export function castName(most: number): (raw: Value) => Cast {
  return (raw) => {
    const cast = castText(raw);
    if (typeof cast !== 'string') return cast;
    if (MAY_BE_VACANT.test(cast) && isVacant(cast)) return BLANK;
    if (!LETTER.test(cast) || isNoName(cast)) return bad(raw, 'person');
    if (typeof raw !== 'string' || !SEVERAL.test(raw)) return cast;
    return isOfSeveral(raw, most) ? bad(raw, 'person') : cast;
  };
}

/** The name of a place of business, where a sign or a letter alone is none: it may be a number. */
export function castOwnName(raw: Value): Cast {
  const cast = castSaid(raw);
  return typeof cast === 'string' && isNoName(cast) ? bad(raw, 'name') : cast;
}

/** The same where nothing else is told: `50` below `Hộ kinh doanh` is how many there are. */
export function castLoneName(raw: Value): Cast {
  const cast = castOwnName(raw);
  return typeof cast === 'string' && !LETTER.test(cast) ? bad(raw, 'name') : cast;
}

function isNoName(text: string): boolean {
  return text.length < LONGEST_SIGN && NO_NAME.test(text);
}

/** Nothing longer is looked at. */
const LONGEST_SIGN = 8;

function isVacant(name: string): boolean {
  return VACANT.test(fold(name).replace(/^[\s("“]+|[\s.)"”…]+$/g, ''));
}

function isOfSeveral(text: string, most: number): boolean {
  const pieces = text
    .trim()
    .split(PIECES)
    .filter((piece) => piece !== '');
  const people = pieces.filter((piece) => looksLikePerson(piece.replace(NUMBERED, '')));
  const isNumbered = people.length > 1 && people.every((piece) => NUMBERED.test(piece));
  return people.length > most || isNumbered;
}
