import { memoText } from '../../core/memo.js';
import { findPeriods } from '../../core/period-text.js';
import { fold, foldAccents } from '../../core/text.js';

/** What was done anew, or came about, within a period. */
const NEW =
  /(?<!\p{L})(?:(?:cấp|kích hoạt|đăng ký|lắp đặt|lắp|mở|trang bị|phát triển|vận động|tạo|kết nạp)(?: được)? (?:mới|thêm)|(?:mới|tăng|thêm) (?:thêm|mới|cấp|kích hoạt|đăng ký|lắp đặt)|phát sinh)(?!\p{L})/u;
const IN_PERIOD = /(?<!\p{L})(?:(?:trong )?(?:tháng|kỳ|quý)(?: này|(?!\p{L})))/u;
/** Says that all are meant. */
const IN_ALL =
  /(?<!\p{L})(?:lũy kế|luỹ kế|cộng dồn|tổng số|tổng cộng|hiện có|đến (?:nay|ngày|hết|\d))(?!\p{L})/u;
/** `Không phát sinh trong tháng`: what stands below is what there was. */
const NONE = /(?<!\p{L})(?:không|chưa)(?!\p{L})/u;
const LONGEST = 150;

/** True of a title such as `Kết quả cấp mới trong tháng`: what stands below it is new in the period. */
export function isOfNew(text: string): boolean {
  return text.length <= LONGEST && saysNew(text);
}

const saysNew = memoText((text): boolean => {
  const folded = fold(text);
  return NEW.test(folded) && IN_PERIOD.test(folded) && !IN_ALL.test(folded) && !NONE.test(folded);
});

/** True of a heading that says that all are meant: `Lũy kế`, `Hiện có`. */
export function tellsAll(heading: string): boolean {
  return IN_ALL.test(fold(heading));
}

const SUM = '(?:lũy kế|luỹ kế|cộng dồn)';
const SUMS = new RegExp(`(?<!\\p{L})${SUM}(?!\\p{L})`, 'u');
/** What says which time a running total is of: `lũy kế từ đầu năm đến hết tháng 9/2024`. */
const SUMMED = new RegExp(
  `${SUM}(?:,? (?:số liệu|kết quả|thực hiện|tính|kể|đến|từ|hết|tới|nay|ngày|đầu|cuối|năm|tháng|quý|kỳ|khi|triển khai|thành lập|\\d[\\d/.-]*)(?!\\p{L}))*`,
  'gu',
);
/** `Lũy kế: 20 hộ` tells a figure, and heads nothing. */
const FIGURE = /[:=] ?\d/;

/** True of a title such as `Kết quả lũy kế đến tháng 9/2024`: what stands below it is not the period's alone. */
export function isRunning(text: string): boolean {
  return text.length <= LONGEST && saysRunning(text);
}

const saysRunning = memoText((text): boolean => {
  const folded = fold(text);
  if (!SUMS.test(folded) || FIGURE.test(folded) || NONE.test(folded)) return false;
  return !tellsPeriod(folded.replaceAll(SUMMED, ' '));
});

/** The same in a file's name, without accents: `luy ke den T9-2024`. */
const SUMMED_IN_NAME =
  /\b(?:luy ke|cong don)\b(?:[ -]+(?:so lieu|ket qua|thuc hien|tinh|ke|den|tu|het|toi|nay|ngay|dau|cuoi|nam|thang|quy|ky|khi|trien khai|thanh lap|t?\d[\d.-]*)\b)*/g;
const OF_MORE = /\b(?:va|khong|chua|trong|thang|ky|quy)\b/;

/** True of a file's name such as `Ho duoc ho tro luy ke den thang 9-2024`, which names no period beside. */
export function isRunningName(name: string, cutoff: number): boolean {
  const folded = foldAccents(fold(name)).replaceAll('_', ' ');
  const rest = folded.replaceAll(SUMMED_IN_NAME, ' ');
  return rest !== folded && !OF_MORE.test(rest) && findPeriods(rest, 'file', cutoff).length === 0;
}

/** True of a heading that says that the period's are counted: `Trong kỳ`, `Tháng này`. */
export function tellsPeriod(heading: string): boolean {
  return IN_PERIOD.test(fold(heading));
}
