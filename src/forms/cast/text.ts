import { clean } from '../../core/text.js';
import { CalendarDate, Percentage, type Value } from '../../core/value.js';
import { cellText } from '../cells/cell-text.js';
import { BLANK, bad, refuse, saysNothing } from './results.js';
import type { Cast } from './types.js';

/**
 * Free text, cleaned; a dash alone is none. Numbers, dates and truth values (a house number
 * `12/5` that Excel took for a date) are read as a person would read them out.
 */
export function castText(raw: Value): Cast {
  if (raw === null) return BLANK;
  if (typeof raw === 'string') {
    const value = clean(raw);
    return saysNothing(value) ? BLANK : value;
  }
  const plain = typeof raw === 'number' || typeof raw === 'boolean';
  const readable = plain || raw instanceof CalendarDate || raw instanceof Percentage;
  return readable ? cellText(raw) : refuse(raw, 'text');
}

const SAYS = /[\p{L}\p{N}]/u;
const NOT_AVAILABLE = /^n\/?a$/i;

/** Text that must be there: signs alone (`???`) are none, and `n/a` says that there is none. */
export function castSaid(raw: Value): Cast {
  const cast = castText(raw);
  if (typeof cast !== 'string') return cast;
  // A regular expression less for nearly every text: a million rows pass here.
  if (cast.length <= 'n/a'.length && NOT_AVAILABLE.test(cast)) return BLANK;
  return SAYS.test(cast) ? cast : bad(raw, 'text');
}
