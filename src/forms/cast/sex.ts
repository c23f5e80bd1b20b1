import { mask } from '../../core/finding.js';
import type { Value } from '../../core/value.js';
import { BLANK, refuse } from './results.js';
import { type Cast, isTold } from './types.js';
import { lookUp, words } from './words.js';

/** A column headed `Giới tính (nữ)` or `Nữ` in which women are ticked. */
const TICKED: Cast = Object.freeze({ value: 'female', repaired: 'x' });

const SEXES = words(
  {
    male: 'Nam|nam|NAM|m|male|trai|ong|gioi tinh nam',
    female: 'Nữ|nữ|NỮ|nu|f|female|gai|ba|gioi tinh nu',
    ticked: 'x|X|✓|✔|v',
  },
  (key) => (key === 'ticked' ? TICKED : key),
);

/** A year or day of birth. */
const BORN = /^(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d(?:-\d\d-\d\d)?$/;

/** `male` or `female`. `N` and numbers could be either: bad. */
export function castSex(raw: Value): Cast {
  if (raw === null) return BLANK;
  return typeof raw === 'string' ? lookUp(raw, SEXES, 'sex') : refuse(raw, 'sex');
}

/** In the column `Nữ` below `Năm sinh`: who has a year or day of birth there is a woman. */
export function castWomansBirth(raw: Value): Cast {
  const found = castSex(raw);
  if (!isTold(found) || !('bad' in found) || !BORN.test(found.bad)) return found;
  return { value: 'female', repaired: mask(found.bad) };
}
