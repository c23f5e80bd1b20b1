import { memoText } from '../../core/memo.js';
import { fold } from '../../core/text.js';

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
