import type { Value } from '../../core/value.js';
import { bad, refuse } from './results.js';
import type { Cast } from './types.js';
import { lookUp, words } from './words.js';

/**
 * Contract, Forms: `x`, `X`, `✓`, `1`, `Có` is a mark; blank, `0`, `Không` is none. Also
 * look-alikes (×, Cyrillic х) and what Wingdings leaves of a tick (ü, þ) and an empty box (¨).
 */
const MARKS = words(
  {
    yes:
      'x|X|1|v|V|✓|✔|☑|☒|√|×|х|✗|✘|xx|+|co|Có|có|CÓ|da|roi|da co|co roi|da tap huan|dat|y|yes|true|ok' +
      '|ü|þ|\uf0fc|\uf0fe|01|1.0|1,0',
    no: '|0|khong|Không|không|KHÔNG|ko|k|khong co|chua|chua co|n|no|false|☐|□|¨|\uf0a8|0.0|0,0|00',
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
