import { parseIdentity } from '../../core/identity.js';
import { parsePhone } from '../../core/phone.js';
import { isValidTaxCode, parseTaxCode } from '../../core/tax-code.js';
import { clean } from '../../core/text.js';
import type { Value } from '../../core/value.js';
import { isBlank } from '../cells/filled.js';
import { BLANK, bad, good, odd, refuse, saysNothing } from './results.js';
import type { Cast } from './types.js';

/** Most cells: no need to look for dashes and invisible spaces. */
const STARTS_PLAIN = /^[\d+(]/;
const PLAIN_ID = /^\d{12}$/;

function isNothing(raw: string): boolean {
  return !STARTS_PLAIN.test(raw) && (isBlank(raw) || saysNothing(clean(raw)));
}

const NO_CODE =
  /^(?:không|khong|ko|không có|khong co|chưa|chua|chưa có|chua co|chưa cấp|chua cap|không nhớ)\.?$/i;

function isNone(raw: string): boolean {
  return !STARTS_PLAIN.test(raw) && saysNoCode(raw);
}

/** Says in words that there is no number: nothing of it need be hidden. */
export function saysNoCode(text: string): boolean {
  return NO_CODE.test(clean(text));
}

/** A personal number (số định danh): 12 digits as text; see `parseIdentity`. */
export function castIdentity(raw: Value): Cast {
  if (raw === null) return BLANK;
  if (typeof raw === 'string') {
    if (PLAIN_ID.test(raw)) return raw;
    if (isNothing(raw)) return BLANK;
  } else if (typeof raw !== 'number') return refuse(raw, 'identity');
  const read = parseIdentity(raw);
  return 'bad' in read
    ? bad(raw, 'identity', read.suggestion)
    : good(read.value, raw, read.repaired);
}

/** A tax code, which not every merchant has; `odd` where its check digit is wrong. */
export function castTax(raw: Value): Cast {
  if (raw === null) return BLANK;
  if (typeof raw === 'string' && (isNothing(raw) || isNone(raw))) return BLANK;
  if (typeof raw !== 'string' && typeof raw !== 'number') return refuse(raw, 'tax');
  const read = parseTaxCode(raw);
  if ('bad' in read) return bad(raw, 'tax', read.suggestion);
  return isValidTaxCode(read.value)
    ? good(read.value, raw, read.repaired)
    : odd(read.value, raw, read.repaired);
}

const NO_PHONE = /^(?:không|khong|ko|k|không có|khong co|chưa có|chua co|x|0)$/i;

/**
 * A telephone number. No text rejects it (contract, Forms): of an unusual shape it is `odd`,
 * and null where too little is left to tell two people apart.
 */
export function castPhone(raw: Value): Cast {
  if (raw === null) return BLANK;
  if (typeof raw === 'string') {
    if (isNothing(raw) || NO_PHONE.test(clean(raw))) return BLANK;
  } else if (typeof raw !== 'number') return refuse(raw, 'phone');
  const read = parsePhone(raw);
  return (read.odd ? odd : good)(read.value, raw, read.repaired);
}
