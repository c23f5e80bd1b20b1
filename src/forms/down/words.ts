import { memoText } from '../../core/memo.js';
import { fold, foldAccents } from '../../core/text.js';
import { headerKeys } from '../header/header-text.js';
import { stateOf } from '../header/heading-part.js';
import { saysSinceYear } from '../header/month-beside-year.js';
import { saysRate } from '../header/under-heading.js';
import { unitLevel } from '../header/unit-columns.js';

/** The heading of a column that names what each row counts, folded: `Nội dung/Chỉ tiêu`. */
const LABELS =
  /^(?:(?:ten|cac|danh muc) )*(?:noi dung|chi tieu|tieu chi|hang muc|chi so|so lieu|thong tin)(?: (?:va|bao cao|thuc hien|cong viec|hoat dong|chi tieu|noi dung|tieu chi|so lieu|thong ke|cong tac|ho tro|huong dan))*$/;

/** That of a column with what was counted: `Kết quả thực hiện trong tháng`, `Tháng 9/2024`. */
const OF_VALUES =
  /^(?:(?:(?:ket qua|thuc hien|da) )?dat(?: duoc)?|(?:tong )?so (?:luong|ho|nguoi)|sl|so lieu|ket qua|gia tri|thuc hien|da thuc hien|(?:th|kq)\b|tong so|tong cong)(?: (?:dat duoc|thuc hien|bao cao|hoat dong))*/;
const OF_THE_PERIOD =
  /^(?:(?:trong |(?:so )?phat sinh trong )?(?:ky|thang|quy)(?: nay| bao cao)?(?: \d{1,2})?(?: (?:nam )?\d{4})?)?$/;
const OF_RUNNING_TOTALS = /\b(?:luy ke|cong don|tu dau nam)\b/;
const OF_MEASURES = /^(?:dvt|don vi tinh|dv tinh|don vi do|don vi)$/;
const OF_NOTES = /^(?:ghi chu|gc|chu thich|giai trinh|note)$/;

const any = (test: (key: string) => boolean) =>
  memoText((text) => text !== '' && headerKeys(text).some(test));

/** True for the heading of the column in which rows are named. */
export const headsLabels = any((key) => LABELS.test(key));

const saysValues = any((key) => {
  const rest = key.replace(OF_VALUES, '').trim();
  return rest !== '' || OF_VALUES.test(key) ? OF_THE_PERIOD.test(rest) : false;
});

/** True for the heading of the column with the counts. */
export function headsValues(text: string): boolean {
  return saysValues(text) && !saysRate(text);
}

/** True for a column of the running totals. */
export const headsRunningTotals = any((key) => OF_RUNNING_TOTALS.test(key));

/** True for a column of running totals since a year began, which are not all that there are. */
export const isSince = any(saysSinceYear);

/** True for a column of counts of what there is at the period's end: `Hiện có`, `Số lượng`, `Tổng số`. */
export const countsAll = any((key) => stateOf(key) === 'end');

/** True for a column that says in what a row is measured. */
export const headsMeasures = any((key) => OF_MEASURES.test(key));

/** True for a column of notes. */
export const headsNotes = any((key) => OF_NOTES.test(key));

/** What a report measures that no form counts: `hồ sơ`, `lượt`, `buổi`, `%`. */
const OTHER_MEASURE =
  /^(?:hồ sơ|lượt.*|buổi|lớp|cuộc|lần|đợt|giao dịch|(?:triệu |nghìn |tỷ )?đồng|tin(?:,? ?\/? ?bài)?|bài.*|điểm|chợ|mô hình|văn bản|giờ|ngày|video|máy|thiết bị|tỷ lệ.*|%)$/u;

/** True for a measure of what no form counts. */
export const measuresOthers = memoText((text) => OTHER_MEASURE.test(fold(text).trim()));

/** A row that says where or when, and counts nothing: `Tên ấp`, `Kỳ báo cáo`. */
export const namesSetting = any(
  (key) => unitLevel(key) !== null || /^(?:ky|thang|ky bao cao|thang bao cao)$/.test(key),
);

/** Words with and without their accents; `ho` alone would be `hộ` as well as `hỗ`. */
function spelled(list: string): ReadonlySet<string> {
  const words = list.split(' ');
  return new Set([...words, ...words.map(foldAccents).filter((word) => word !== 'ho')]);
}

/** Words that say how much, since when or of which part, and not of what. */
const BARE = spelled(
  'số tổng cộng lượng trong đó tháng kỳ này lũy luỹ kế từ đầu năm đến nay người nữ nam giới phát sinh ' +
    'được hỗ trợ hướng dẫn đã qua tập huấn có thực hiện mới khi triển khai bồi dưỡng dồn tham gia',
);
/** And those that may be of anything where nothing else stands beside them: `Số hộ`. */
const SHORT = new Set([...BARE, ...spelled('hộ tổ thành viên')]);

const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{M}\d]+/gu) ?? [];

/** True for a row's name that says of nothing what it counts: `Nữ`, `Lũy kế`, `Số người`. */
export const namesNothing = memoText((text) => wordsOf(text).every((word) => BARE.has(word)));

/** True for one that is not enough by itself, such as `Số hộ` too: what is around it says of what. */
export const isBare = memoText((text) => {
  const words = wordsOf(text);
  return namesNothing(text) || (words.length <= 2 && words.every((word) => SHORT.has(word)));
});

/** True for `Tổng số thành viên tổ`: it says by itself that it counts, and what. */
export const saysCount = any((key) => /^(?:tong )?so \S+ \S/.test(key));
