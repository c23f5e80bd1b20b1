import type { Value } from '../../core/value.js';
import { isBlank } from '../cells/filled.js';
import { castMark } from './mark.js';
import { BLANK, refuse, saysNothing } from './results.js';
import { type Cast, isTold } from './types.js';
import { lookUp, words } from './words.js';

const SEXES = words(
  {
    male: 'Nam|nam|NAM|m|male|trai|ong|gioi tinh nam',
    female: 'Nữ|nữ|NỮ|nu|f|female|gai|ba|gioi tinh nu',
  },
  (key) => key,
);

/** `male` or `female`. `N`, a tick and numbers could be either: bad. */
export function castSex(raw: Value): Cast {
  if (raw === null) return BLANK;
  return typeof raw === 'string' ? lookUp(raw, SEXES, 'sex') : refuse(raw, 'sex');
}

/** In a column `Nữ` or `Giới tính (nữ)`: who is ticked is a woman, who has `0` or `Không` is not. */
export function castWoman(raw: Value): Cast {
  if (isBlank(raw) || (typeof raw === 'string' && saysNothing(raw.trim()))) return BLANK;
  const sex = castSex(raw);
  if (!isTold(sex) || raw === 'N' || raw === 'n') return sex;
  const ticked = castMark(raw);
  return typeof ticked === 'boolean' ? (ticked ? 'female' : 'male') : sex;
}
