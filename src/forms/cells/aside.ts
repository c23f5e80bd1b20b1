import { CharSet } from '../../core/char-set.js';
import { memoText } from '../../core/memo.js';
import { fold } from '../../core/text.js';
import { withoutMark } from './row-kind.js';

const END = '(?!\\p{L})';
const ASIDE = new RegExp(
  '^(?:' +
    [
      `(?:đạt )?(?:t[ỷỉ] (?:lệ|suất|trọng)|phần trăm)${END}|(?:đạt )?%`,
      `(?:số )?(?:bình quân|trung bình)${END}|average${END}`,
      `(?:số liệu |số |l(?:ũy|uỹ) kế |thực hiện )?(?:cùng kỳ|(?:tháng|kỳ|quý|năm) trước)${END}`,
      `so (?:với|sánh)${END}|(?:mức |số )?(?:tăng|giảm)(?=$|[ ]?[/,;:(+]| giảm| so | hơn| thêm)`,
      `(?:chênh lệch|biến động|kế hoạch|chỉ tiêu|mục tiêu|còn lại|l(?:ũy|uỹ) kế)${END}`,
    ].join('|') +
    ')',
  'u',
);
/** So written these may be places' names. */
const NAME = /^(?:Bình Quân|Trung Bình)/;

/**
 * The leading text of a row that sets the others against something else, and is nobody's:
 * `Tỷ lệ (%)`, `Bình quân`, `Tháng trước`, `Tăng/giảm so với tháng trước`, `Kế hoạch`.
 */
export const isAside = memoText(
  (text: string): boolean => ASIDE.test(fold(text)) && !NAME.test(text.normalize('NFC')),
);

const OF_THE_PERIOD =
  /^(?:(?:số liệu|số|kết quả|báo cáo|phát sinh|thực hiện) )*(?:trong (?:tháng|k[ỳì]|quý)(?: này| báo cáo)?|(?:tháng|k[ỳì]|quý)(?: này| báo cáo))$/u;

/** The row of the period itself, where others of a hamlet's stand beside it: `Tháng này`. */
export function isOfThePeriod(text: string): boolean {
  return OF_THE_PERIOD.test(fold(text));
}

const PAGE = /^[\s-]*(?:trang|page)(?: số)?[\s:]*(?:\d+(?:\s*[/-]\s*\d+)?[\s-]*)?$/i;

/** The number of a printed page: `Trang 1/3`. */
export function isPageLine(text: string): boolean {
  return /^[\s-]*[tp]/i.test(text) && PAGE.test(text.normalize('NFC'));
}

const EXAMPLE =
  /^(?:ví dụ|vd)(?: (?:minh họa|minh hoạ|mẫu))?(?: \d{1,2})?\s*(?:[:.)]|$)|^\(?(?:(?:dòng|hàng) )?mẫu\)?[\s:.]*$/;

/** What shows how a form is filled in: `VD`, `Ví dụ: …`, `Mẫu` in a row or above a table. */
export const isExample = memoText(
  (text: string): boolean => /^[\s(]*[vmdh]/i.test(text) && EXAMPLE.test(fold(text)),
);

const EXAMPLE_LETTERS = new CharSet('vVmMdDhH( ');
const BEGINS_AS_EXAMPLE =
  /^[\s(]*(?:vd|v(?:í|i\u0301?) d|m(?:ẫ|â\u0303|a)u|d(?:ò|o\u0300?)ng|h(?:à|a\u0300?)ng)/iu;

/** A quick no for nearly every cell. */
export function mayBeExample(text: string): boolean {
  return EXAMPLE_LETTERS.at(text, 0) && BEGINS_AS_EXAMPLE.test(text);
}

const SECTION =
  /^(?:(?:những|một số|các) )?(?:khó khăn|thuận lợi|tồn tại|hạn chế|vướng mắc|nguyên nhân|kiến nghị|đề xuất|nhận xét|đánh giá|phương hướng)(?!\p{L})/u;

/** What a report goes on with below its table, in words: `II. Khó khăn, vướng mắc`, `Kiến nghị:`. */
export const isSection = memoText((text: string): boolean => SECTION.test(fold(withoutMark(text))));
