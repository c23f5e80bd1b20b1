import { looksLikePerson } from '../../core/person.js';
import { clean } from '../../core/text.js';
import type { Value } from '../../core/value.js';
import { bad, good, refuse } from './results.js';
import { type Cast, isTold } from './types.js';
import { lookUp, words } from './words.js';

/**
 * Contract, Forms: `x`, `X`, `✓`, `1`, `Có` is a mark; blank, `0`, `Không` is none. Also
 * look-alikes (×, Cyrillic х, full-width ｘ) and what Wingdings leaves of a tick (ü, þ) and an empty box (¨).
 */
const MARKS = words(
  {
    yes:
      'x|X|1|v|V|✓|✔|✅|☑|☒|√|×|х|✗|✘|✕|✖|ｘ|Ｘ|xx|+|co|Có|có|CÓ|da|roi|da co|co roi|da tap huan|dat|y|yes|true|ok' +
      '|da th|da qua tap huan|co tap huan|co tham gia|dang tham gia|dang su dung|da hd|da huong dan|duoc huong dan|da duoc huong dan|da thuc hien|da tham gia|da quan tam|da theo doi|da duoc tap huan|da cai dat|da cai|da lap|da lap dat|da kich hoat|da dang ky|da trien khai|da duoc cap|da cap|da mo|da co qr|da co ma|da co ma qr' +
      '|ü|þ|\uf0fc|\uf0fe|01|1.0|1,0',
    no: '|0|khong|Không|không|KHÔNG|ko|k|khong co|chua|chua co|n|no|false|chua hd|chua huong dan|chua tap huan|chua duoc tap huan|chua th|chua qua tap huan|khong tap huan|khong tham gia|chua tham gia|chua quan tam|chua theo doi|chua cai dat|chua cai|chua lap|chua lap dat|chua kich hoat|chua dang ky|chua trien khai|chua duoc cap|chua cap|chua mo|chua dat|khong dat|☐|□|¨|\uf0a8|0.0|0,0|00',
  },
  (key) => key === 'yes',
);

/** A tick in a list: a blank cell is `false`, not unknown. Anything else is bad. */
export function castMark(raw: Value): Cast {
  if (raw === null) return false;
  if (typeof raw === 'string') return lookUp(raw, MARKS, 'mark');
  if (raw === 1 || raw === true) return true;
  if (raw === 0 || raw === false) return false;
  return typeof raw === 'number' ? bad(raw, 'mark') : refuse(raw, 'mark');
}

/** Words that deny, or leave it open. */
const NO_NAME = /^(?:không|chưa|ko|k)(?![\p{L}])|\?/iu;
const NAME = /\p{L}{2}/u;

/** As many figures as a telephone number has: slipped in from another column, as a person is. */
const LONG_NUMBER = /(?:\d[\s.,-]*){9}/;

function isName(text: string): boolean {
  if (!NAME.test(text) || NO_NAME.test(text)) return false;
  return !LONG_NUMBER.test(text) && !looksLikePerson(text);
}

/** A tick, or the name of what is ticked; told. */
export function castNamedMark(raw: Value): Cast {
  const cast = castMark(raw);
  if (!isTold(cast) || !('bad' in cast) || typeof raw !== 'string') return cast;
  return isName(clean(raw)) ? good(true, raw, true) : cast;
}
