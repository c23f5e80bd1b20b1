import { clean, fold, foldAccents } from '../../core/text.js';
import type { Value } from '../../core/value.js';
import { BLANK, bad, refuse, saysNothing } from './results.js';
import type { Cast } from './types.js';

/** `02`, `II`, `Mức độ 2`, `2.0` are level 2 (contract, Forms; Nghị định 69/2024/NĐ-CP). */
const LEVEL =
  /^(?:(?:tai khoan|tk|dinh danh|dien tu|dddt|vneid|da kich hoat|kich hoat|muc|do|md|cap|level|lv|m|l)[ .:-]*)*(?:0?([12])(?:[.,]0+)?|(i{1,2})|(mot)|(hai))[.)]?$/;

/** Level 1 or 2 of an electronic identity account. */
export function castLevel(raw: Value): Cast {
  if (raw === 2 || raw === '2') return 2;
  if (raw === 1 || raw === '1') return 1;
  if (raw === null) return BLANK;
  if (typeof raw === 'number') return bad(raw, 'level');
  if (typeof raw !== 'string') return refuse(raw, 'level');
  const s = clean(raw);
  return saysNothing(s) ? BLANK : (fromWords(s) ?? bad(raw, 'level'));
}

/** Where the account is, or that it is in use: `Mức 2 - VNeID`, `Mức 2 (đã kích hoạt)`. */
const IN_USE = / ?(?:- ?|, ?|\( ?)?(?:vneid|da kich hoat)\)?$/;
/** `2 (hai)`: twice, and the same. */
const TWICE = /^(.+?) ?\((mot|hai)\)$/;

const known = new Map<string, 1 | 2 | null>();

/** A column has few spellings; the limit is for junk. */
function fromWords(s: string): 1 | 2 | null {
  let cast = known.get(s);
  if (cast === undefined) {
    cast = read(s);
    if (known.size < 500) known.set(s, cast);
  }
  return cast;
}

function read(s: string): 1 | 2 | null {
  const folded = foldAccents(fold(s))
    .replace(/[ⅰⅱ]/, (roman) => (roman === 'ⅰ' ? 'i' : 'ii'))
    .replace(/^'/, '')
    .replace(IN_USE, '');
  const [, figure, word] = TWICE.exec(folded) ?? [];
  if (figure === undefined) return levelOf(folded);
  return levelOf(figure) === levelOf(word!) ? levelOf(figure) : null;
}

function levelOf(folded: string): 1 | 2 | null {
  const match = LEVEL.exec(folded);
  if (match === null) return null;
  return match[1] === '1' || match[2] === 'i' || match[3] ? 1 : 2;
}
