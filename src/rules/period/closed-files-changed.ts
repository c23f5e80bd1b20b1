import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C08',
  phase: 'period',
  vi: {
    title: 'Tệp số liệu đã chốt bị thay đổi',
    message:
      'Số liệu đã chốt của {period} không còn như lúc chốt, vì có tệp đã bị sửa hoặc xóa: {files}. Lũy kế và so sánh lấy theo các tệp đang có, nên có thể khác số đã công bố.',
    why: 'Lúc chốt, ccds ghi lại mã kiểm của từng tệp (trong closed.json) nên biết tệp nào đã khác. Sửa thẳng vào số đã chốt thì không còn chứng từ nào giải thích được vì sao số đã công bố thay đổi.',
    fix: 'Đề nghị chép lại bản gốc của các tệp này từ bản sao lưu (hay từ git). Nếu không còn bản gốc, đề nghị chép đủ các báo cáo đã nộp của {period} vào submissions/ rồi mở ra và chốt lại, chạy lần lượt: {period:commands}.',
  },
  en: {
    title: 'Files of a closed month were changed',
    message:
      'The closed figures of {period} are no longer as they were closed, as files were edited or removed since: {files}. Cumulative figures and comparisons use the files as they are now, and may differ from what was published.',
    why: 'When a month is closed, ccds keeps a checksum of each of its files (in closed.json), so it can tell which one is another now. After an edit by hand nothing on record explains why a published figure has changed.',
    fix: 'Copy the original files back from a backup (or from git). If there is none, put all reports of {period} into submissions/, then reopen the month and close it again by running, one after the other: {period:commands}.',
  },
  example: {
    place: { file: '' },
    args: { period: '2024-08', files: 'closed/2024-08/values.csv' },
  },
});
