import { fold, romanToNumber } from '../core/text.js';

const COLUMN_NUMBER = /^\(?(?:[a-z]|\d{1,2})\)?(?:\s*=.*)?$|^\(?\d{1,2}\s*=[\d\s+\-*/x:().=]+\)?$/i;

/** A row that numbers the columns: `A B 1 2 3 4=5+6`. */
export function isColumnNumbers(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  if (filled.length < 3 || !filled.every((text) => COLUMN_NUMBER.test(text))) return false;
  const numbers = filled
    .map((text) => Number.parseInt(text.replace(/^\(/, ''), 10))
    .filter((n) => !Number.isNaN(n));
  return numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1) && (numbers[0] ?? 1) <= 2;
}

const TOTAL =
  /^(?:tổng cộng|tổng số|tổng|cộng|toàn (?:xã|phường|thị trấn|huyện|tỉnh)|tong cong|tong so|total|grand total)(?=$|[\s:.(])/;
/** Words that make it somebody's name or a value after all. */
const NOT_TOTAL = /^tổng (?:hợp|đài|kết)/;

/** The leading text of a subtotal row: `Tổng cộng`, `Cộng:`, `Tổng số`. */
export function isTotalText(text: string): boolean {
  const folded = fold(text);
  return TOTAL.test(folded) && !NOT_TOTAL.test(folded) && folded.length < 60;
}

const DASHES = /^[-–—_=.…*~]+$/;

/** Nothing but dashes, dots or stars: a drawn line. */
export function isDashes(texts: readonly string[]): boolean {
  let any = false;
  for (const text of texts) {
    if (text === '') continue;
    if (!DASHES.test(text)) return false;
    any = true;
  }
  return any;
}

const NOTE =
  /^(?:ghi chú|chú thích|lưu ý|chú ý|nơi nhận|người (?:lập|tổng hợp|báo cáo|ký)|t\.?\s?m\.?\s|tm\.|tl\.|kt\.|q\.|thủ trưởng|chủ tịch|phó chủ tịch|trưởng (?:ấp|khóm|thôn|ban|phòng)|tổ trưởng$|xác nhận|lãnh đạo|ủy ban nhân dân|uỷ ban nhân dân|ubnd|đại diện|cán bộ|công chức|\(ký|ký tên|ngày .{0,12}tháng|.{0,40}, ?ngày .{0,10}tháng|note:|\*)/;

/** The leading text of a note or signature row below a table. */
export function isNoteText(text: string): boolean {
  return NOTE.test(fold(text));
}

/** `I`, `II.`, `A`, `1.1`… or blank: what a group row has in its number column. */
export function isGroupMark(text: string): boolean {
  const bare = text.replace(/[.)\s]+$/, '');
  return bare === '' || romanToNumber(bare) !== null || /^[A-Z]$/.test(bare);
}
