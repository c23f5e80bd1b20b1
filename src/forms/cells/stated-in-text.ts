import { fold } from '../../core/text.js';

/** A number with the words around it; no fraction or date, no decimal. */
const NUMBER =
  /(?:(\p{L}+)\s+)?(?<![\p{L}\d.,/])(\d{1,3}(?:[. ]\d{3})+|\d+)(?![\d/]|[.,]\d)(?=\s*(\p{L}*))/gu;
/** The first words for what lists are made of. */
const COUNTED =
  /^(?:hộ|người|thành|đồng|tài|tk|tv|hkd|cơ|công|cá|trường|cửa|điểm|tiểu|đối|thương|dòng|khách|em)$/;
/** What else stands beside a number: places, teams, pages, months, levels, parts of the whole. */
const OTHER =
  /^(?:ấp|khóm|thôn|buôn|bản|làng|xóm|khối|khu|sóc|phố|tổ|đội|nhóm|xã|phường|trấn|huyện|quận|tỉnh|đơn|địa|số|trang|tờ|phần|mục|mức|độ|ngày|tháng|quý|năm|nam|nữ)$/;
/** Behind the whole its parts may be told. */
const PARTS = /\(|trong đó|gồm/;
/** `Tổng cộng 12`, `Tổng số hộ (12)`: nothing but the words for it. */
const BARE =
  /^(?:tổng|cộng|số|t\.? ?cộng|t\/cộng|tc|total|grand|hộ|người|thành viên|tài khoản|cơ sở|[\s.])+\(?\d[\d. ]*\)?[\s.]*$/;

/**
 * The number of rows that the text of a total states: of several the one behind the colon, and of
 * what is counted. `Tổng 2 ấp: 3 hộ` → 3; null where none is stated, or it is not clear which.
 */
export function statedInText(text: string): number | null {
  const folded = fold(text);
  const behind = /[:=]\s*(.*\d.*)$/s.exec(folded)?.[1];
  const found = [...withoutParts(behind ?? folded).matchAll(NUMBER)];
  const counted = found.filter(([, , , after = '']) => COUNTED.test(after));
  if (counted.length > 0) return onlyOf(counted);
  if (behind === undefined && !BARE.test(folded)) return null;
  return onlyOf(
    found.filter(([, before = '', , after = '']) => !isOther(before) && !isOther(after)),
  );
}

const isOther = (word: string) => OTHER.test(word);

function withoutParts(text: string): string {
  const first = text.search(/\d/);
  const parts = text.slice(first).search(PARTS);
  return parts < 0 ? text : text.slice(0, first + parts);
}

function onlyOf(found: readonly RegExpExecArray[]): number | null {
  return found.length === 1 ? Number(found[0]![2]!.replace(/[. ]/g, '')) : null;
}
