import { clean, fold, foldAccents } from '../../core/text.js';
import type { Value } from '../../core/value.js';
import { BLANK, bad, refuse, saysNothing } from './results.js';
import type { Cast } from './types.js';

/** `02`, `II`, `Mức độ 2`, `2.0` are level 2 (contract, Forms; Nghị định 69/2024/NĐ-CP). */
const LEVEL =
  /^(?:(?:tai khoan|tk|dinh danh|dien tu|dddt|muc|do|cap|level|m|l)[ .:]*)*(?:0?([12])(?:[.,]0+)?|(i{1,2})|(mot)|(hai))[.)]?$/;

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
  const match = LEVEL.exec(foldAccents(fold(s)).replace(/^'/, ''));
  if (match === null) return null;
  return match[1] === '1' || match[2] === 'i' || match[3] ? 1 : 2;
}
