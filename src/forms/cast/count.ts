import { COUNT_LIMIT, parseCount, ungrouped, wholeNumber } from '../../core/numbers.js';
import type { Value } from '../../core/value.js';
import { BLANK, bad, good, refuse } from './results.js';
import type { Cast } from './types.js';

/** A whole number that is not negative; see `parseCount` for the spellings. Blank is not 0. */
export function castCount(raw: Value): Cast {
  if (raw === null) return BLANK;
  if (typeof raw === 'number') return fromNumber(raw);
  if (typeof raw !== 'string') return refuse(raw, 'count');
  const read = parseCount(raw);
  if ('bad' in read) return bad(raw, 'count', read.suggestion);
  return good(read.value, raw, read.repaired);
}

function fromNumber(raw: number): Cast {
  if (raw > 0 && Number.isInteger(raw) && raw < COUNT_LIMIT) return raw;
  const whole = wholeNumber(raw);
  return whole === null ? bad(raw, 'count', ungrouped(raw)) : whole;
}
