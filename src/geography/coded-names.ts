import { foldAccents } from '../core/text.js';
import { nameOf, parseName } from './names.js';
import type { Node } from './types.js';
import { HAMLET } from './validity.js';

/** The first letters of hamlets' types, but for `T4` and `L2`: those may be a month or a version. */
const CODE = /^([abksx])[. ]*(\d{1,3})$/;
/** What else such a file's name may say: `T9`, `2024`, `lan 2`. */
const PERIOD = /^(?:t|th|thg|thang|q|quy|nam|ky|lan|v)?\d*$/;

/**
 * A name that is a letter and a number alone, perhaps with a period behind it, as it is written:
 * `K1` of `K1_T9-2024`; null for any other.
 */
export function codeIn(text: string): string | null {
  const [, code = '', rest = ''] = /^(\p{L}\.?\s?\d{1,3})(?![\p{L}\d])(.*)$/u.exec(text) ?? [];
  if (!CODE.test(folded(code))) return null;
  const words = rest.toLowerCase().split(/[\s._-]+/);
  return words.every((word) => PERIOD.test(foldAccents(word))) ? code : null;
}

/** The one hamlet of a commune that a code may stand for: `K1` for `Khóm 1`; null for none or several. */
export function codedHamlet(name: string, hamlets: readonly Node[]): Node | null {
  const [, letter, number] = CODE.exec(folded(name)) ?? [];
  if (letter === undefined || hamlets.some(({ parent }) => parent !== hamlets[0]!.parent))
    return null;
  const fitting = hamlets.filter(({ unit }) => {
    const { type, bare } = nameOf(unit);
    return bare === number && foldAccents(type).startsWith(letter);
  });
  return fitting.length === 1 ? fitting[0]! : null;
}

/** `K.01` → `k 1`. */
function folded(name: string): string {
  return foldAccents(parseName(name, HAMLET).bare);
}
