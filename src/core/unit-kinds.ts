import { foldAccents } from './text.js';

/**
 * Words for the units of a level, as alternatives of a pattern in lower case (contract, Words); the
 * longer of two that begin alike comes first. Short forms (`TT.`, `P.1`) are each pattern's own.
 */
export const HAMLET_KINDS =
  'ấp|khóm|thôn|buôn|bản|làng|xóm|khối phố|khối|tiểu khu|sóc|phum|plei|tổ dân phố|tdp|khu phố';
export const COMMUNE_KINDS = 'xã|phường|thị trấn|đặc khu';
export const UNIT_KINDS = `${HAMLET_KINDS}|${COMMUNE_KINDS}|huyện|thị xã|thành phố|quận|tỉnh`;

/** The same as they are typed without accents. */
export const BARE_HAMLET_KINDS = foldAccents(HAMLET_KINDS);
export const BARE_COMMUNE_KINDS = foldAccents(COMMUNE_KINDS);
export const BARE_UNIT_KINDS = foldAccents(UNIT_KINDS);
