import type { Value } from '../../core/value.js';
import { BLANK, refuse } from './results.js';
import type { Cast } from './types.js';
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

/** `male` or `female`. `N` and numbers could be either: bad. */
export function castSex(raw: Value): Cast {
  if (raw === null) return BLANK;
  return typeof raw === 'string' ? lookUp(raw, SEXES, 'sex') : refuse(raw, 'sex');
}
