import { CharSet } from '../../core/char-set.js';
import { memoText } from '../../core/memo.js';
import { fold, romanToNumber } from '../../core/text.js';
import { HAMLET_KINDS, UNIT_KINDS } from '../../core/unit-kinds.js';

const LETTER = /^\(?[a-z]{1,2}\)?$/i;
const NUMBER = /^\(?(\d{1,2})\)?$/;
/** What a column is made of may be told in words: `5=4+kỳ trước`. */
const FORMULA = /^\(?(\d{1,2})\)?\s*=\s*\S.{0,40}$/;

/** A row that numbers the columns: `A B 1 2 3 4=5+6`, `(1) (2) (3)`. */
export function isColumnNumbers(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  if (filled.length < 2 || !filled.every(isColumnNumber)) return false;
  const numbers = filled.flatMap((text) => (NUMBER.exec(text) ?? FORMULA.exec(text))?.[1] ?? []);
  const inTurn = numbers.every((n, i) => i === 0 || Number(n) === Number(numbers[i - 1]) + 1);
  const first = Number(numbers[0] ?? 1);
  return (
    inTurn &&
    lettersInTurn(filled) &&
    first <= 2 &&
    (filled.length > 2 || !filled.every((text) => /^\d+$/.test(text)))
  );
}

/** `A B C`: a row such as `An`, `TT`, `x` is somebody's. */
function lettersInTurn(texts: readonly string[]): boolean {
  const letters = texts
    .filter((text) => LETTER.test(text))
    .map((text) => text.replace(/[()]/g, ''));
  return letters.every((letter, i) => letter.toUpperCase() === String.fromCharCode(65 + i));
}

function isColumnNumber(text: string): boolean {
  return LETTER.test(text) || NUMBER.test(text) || FORMULA.test(text);
}

/** What the rows of lists are of. */
export const COUNTED_NOUNS = 'hộ|người|thành viên|công dân|tài khoản|cơ sở';

/** What may follow a word for a total, so that `Cộng Cà Phê` stays a merchant. */
const AFTER_TOTAL =
  '(?=$|\\s*[:.;,(+=\\d–—-]|\\s(?:số|mức(?= (?:độ )?[\\di])|cộng|l(?:ũy|uỹ) kế|toàn|cuối|các|chung|theo|trong|hai mức|cả|danh sách|nhóm|phần|mục|' +
  `trang|mang sang|chuyển|${UNIT_KINDS}|tổ cnscđ|tổ (?:số )?\\d{1,2}|${COUNTED_NOUNS}|tk|tv|hkd|địa bàn|` +
  'i{1,3}|iv|vi{0,3}|ix|x)(?=$|[\\s:.,(+/)\\d-]))';
const TOTAL = new RegExp(
  `^(?:tổng (?:số|cộng)(?=$|[\\s:.,;(=–-])|` +
    `(?:số )?mang (?:sang|qua)(?=$|[\\s:.,;(=–-])|[σ∑](?=$|[\\s:=(])|` +
    `(?:tổng|cộng(?: dồn)?|t\\. ?cộng|t/cộng|tc|total|grand total|sum)${AFTER_TOTAL})`,
);
/** What a printed page carries over to the next: `Chuyển sang trang sau`, `Trang trước chuyển sang`. */
const CARRIED =
  /^(?:số )?(?:(?:trang|tờ) (?:trước|\d{1,3}) (?:mang|chuyển) (?:sang|qua)|chuyển (?:sang |qua |tiếp )?(?:trang|tờ) (?:sau|\d))(?!\p{L})/u;
/** `I. Tổng cộng`, `* Cộng`: what may stand before the word. */
const MARK = /^(?:[*+•–-]+|(?:[ivx]+|\d{1,2}|[a-e])[.)])\s*/;
const WHOLE_UNIT = new RegExp(`^(?:chung )?(?:toàn|cả) (?:${UNIT_KINDS}|địa bàn)(?!\\p{L})`, 'u');
/** What may also be the beginning of something else, and is a total where it is all: `TS`, `Tất cả`. */
const WHOLE =
  /^(?:t[./]? ?s|t[./]? ?số|t\. ?c|tcộng|tg cộng|t[oôổ]ng c[oôộ]ng|tất cả|(?:toàn|cả) bộ|tổng kết)(?: ?\([^)]*\))?[\s:.]*$/;
const LONGEST_TOTAL = 80;

/** The leading text of a subtotal row: `Tổng cộng`, `Cộng:`, `Tổng số hộ`, `Cộng xã Tân Ân`. */
export function isTotalText(text: string): boolean {
  if (text.charCodeAt(1) > 0x40 && !TOTAL_LETTERS.at(text, 0)) return false;
  if (text.length > LONGEST_TOTAL || !MAY_BE_TOTAL.test(text)) return false;
  const folded = fold(text).replace(MARK, '');
  return [TOTAL, WHOLE_UNIT, WHOLE, CARRIED].some((words) => words.test(folded));
}

/** A quick no for most texts: another first letter than the words' and the marks'. */
const TOTAL_LETTERS = new CharSet('tcsgmivxTCSGMIVXΣ∑');
/** And for nearly all others: not the words' first letters. */
const MAY_BE_TOTAL =
  /^[\s*+•–\d.)ivxabcde-]*(?:t[oôổờ.c/ gsấ]|ta\u0302|c[oôộả]|ca\u0309|chung t|chuy|s[oốu]|gra|mang [sq]|tra|[σ∑])/i;

const DASHES = /^[-–—_=.…*~]+$/;

/** A dash or dots alone: the cell says that there is nothing. */
export function isDash(text: string): boolean {
  return DASHES.test(text);
}

/** Nothing but dashes, dots or stars: a drawn line. */
export function isDashes(texts: readonly string[]): boolean {
  return texts.some((text) => text !== '') && texts.every((text) => text === '' || isDash(text));
}

const NOTE = new RegExp(
  '^(?:' +
    [
      'ghi chú|chú thích|lưu ý|chú ý|ghi ch?ú|nơi nhận|bằng chữ|số tiền|\\(?bằng chữ',
      'người (?:lập|tổng hợp|báo cáo|ký|kê|thống kê|nhập|phụ trách|ghi|kiểm)',
      't\\.? ?m\\.?\\s|tm\\.|tl\\.|kt\\.|tuq\\.|q\\. ?chủ tịch|thủ trưởng|(?:phó )?chủ tịch|p\\. ?chủ tịch',
      `(?:phó )?trưởng (?:${HAMLET_KINDS}|khu|ban|phòng|bđh)|bí thư`,
      '(?:tổ|nhóm) (?:trưởng|phó)(?:$| (?:tổ|ấp|khóm|cnscđ|công nghệ số)(?!\\p{L}))|xác nhận|lãnh đạo|ủy ban nhân dân|uỷ ban nhân dân|ubnd|đại diện',
      'cán bộ|công chức|\\(?(?:đã )?ký|ký tên|ký, ghi|\\(?danh sách (?:này )?(?:có|gồm)|note:|\\*',
      'lập (?:bảng|biểu|ngày)|kiểm tra|duyệt|ngày .{0,12}tháng|.{0,40}, ?ngày .{0,10}tháng',
      '\\p{L}.{0,40}, ?(?:ngày )?\\d{1,2}([/.-])\\d{1,2}\\1\\d{2,4}$',
    ].join('|') +
    ')',
  'u',
);

const NONE = new RegExp(
  '^(?:trong (?:kỳ|tháng|quý) )?(?:' +
    [
      '(?:không|chưa) (?:có|phát sinh)(?= (?:hộ|người|ai|tài khoản|thành viên|phát sinh|số liệu|trường hợp|nào)|[ .,;)]*$)',
      '(?:không|chưa) (?:(?:triển khai|thực hiện|hỗ trợ)(?: được)?|(?:có |nộp )?báo cáo|thành lập(?: tổ)?)[ .,;)]*$',
      'không[ .]*$',
    ].join('|') +
    ')',
);

/** `Không có`, `Trong tháng không phát sinh`, `Chưa triển khai`: in place of a name, that there is nobody. */
export function saysNone(text: string): boolean {
  return /^[kctKCT]/.test(text) && NONE.test(fold(text));
}

/**
 * `Không có`, `Trong tháng không phát sinh hộ nào`: says of the period that there was nothing, which
 * is not said by `Chưa có`, `Chưa triển khai`, `Không có số liệu`.
 */
export function statesNone(text: string): boolean {
  return /^[ktKT]/.test(text) && NOTHING.test(fold(text));
}

const NOTHING = new RegExp(
  '^(?:trong )?(?:(?:kỳ|tháng|quý)(?: này)?,? )?không (?:có|phát sinh)' +
    '(?: (?:hộ|trường hợp))?(?: được hỗ trợ)?(?: (?:phát sinh|nào))?(?: (?:mới )?(?:được hỗ trợ|phát sinh))?' +
    '(?: trong (?:kỳ|tháng|quý)(?: này)?)?[ .,;)]*$',
);

const BREAKDOWN =
  /^(?:[\s*+•–-]*trong đó|\s*[*+•–-]+\s*(?:số )?(?:nữ|nam|đảng viên|đoàn viên|hội viên))(?!\p{L})/iu;

/** `Trong đó: nữ`, `- Đảng viên`: a part of the row above, and no row of its own. */
export function isBreakdown(text: string): boolean {
  return BREAKDOWN.test(text.normalize('NFC'));
}

/** The same in a sheet that is typed without accents, but for what may be a name: `Truong Khoi`, `Bi Thu`. */
const BARE_NOTE =
  /^\(?(?:nguoi (?:lap|tong hop|bao cao|ky|ke|thong ke|nhap|phu trach|ghi|kiem)|ky,? ?(?:ghi|ten)|ghi chu|noi nhan|bang chu|thu truong|(?:pho )?chu tich|xac nhan|uy ban nhan dan|can bo (?:lap|tong hop|phu trach|thong ke)|lap (?:bang|bieu|ngay)|(?:.{0,40}, ?)?ngay .{0,12}thang)(?![a-z])/;

/** The leading text of a note or signature row below a table. */
export const isNoteText = memoText((text: string): boolean => {
  const folded = fold(text);
  return NOTE.test(folded) || BARE_NOTE.test(folded);
});

/** `Tân Ân, ngày 14 tháng 9 năm 2024`, `Tân Ân, 14/9/2024`: place and date above a signature. */
export function isDateLine(text: string): boolean {
  return DATE_LINE.test(fold(text));
}

const DATE_LINE = /(?:^|, ?)ngày .{0,12}tháng|, ?(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d/;

const SERIAL = /^\d+[.)]?$/;

/** A running number: `12`, `12.`. */
export function isSerial(text: string): boolean {
  return SERIAL.test(text);
}

/** `I`, `II.`, `A`, `B)`…: what numbers groups. */
export function isRomanMark(text: string): boolean {
  const bare = text.replace(/[.)/\s-]+$/, '');
  return bare !== '' && (romanToNumber(bare) !== null || /^[A-ZĐ]$/.test(bare));
}

const GROUP_MARK = /^(?:[IVX]{1,6}|[A-E]|\d{1,2})\s*[.)/-]+\s*(?=\p{L})/u;

/** What numbers a group within its text: `I. ` of `I. Ấp Rạch Gốc A`; blank where nothing does. */
export function markOf(text: string): string {
  return GROUP_MARK.exec(text)?.[0] ?? '';
}

/** A group's text without its number: `I. Ấp Rạch Gốc A` → `Ấp Rạch Gốc A`. */
export function withoutMark(text: string): string {
  return text.slice(markOf(text).length);
}
