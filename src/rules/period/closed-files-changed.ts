import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C08',
  phase: 'period',
  vi: {
    title: 'Tệp số liệu đã chốt bị thay đổi',
    message:
      'Số liệu đã chốt của {period} không còn nguyên như lúc chốt, tệp đã bị sửa hoặc xóa: {files}. Lũy kế và so sánh đang dùng số trong các tệp hiện có.',
    why: 'Lúc chốt, ccds ghi mã kiểm của từng tệp vào closed.json. Tệp bị sửa tay sau đó thì số đã công bố không còn là số đã chốt, và không còn biết vì sao khác.',
    fix: 'Đề nghị lấy lại bản gốc của các tệp này (từ git hay bản sao lưu). Nếu không còn bản gốc thì để các tệp báo cáo đã nộp của {period} vào submissions/, rồi chạy lần lượt: {period:commands}.',
  },
  en: {
    title: 'Files of a closed month were changed',
    message:
      'The closed figures of {period} are not what was closed; files were changed or removed since: {files}. Totals and comparisons use what stands there now.',
    why: 'When a month is closed its files’ checksums are kept in closed.json. Where one was edited since, what was published is not what was closed, and nothing tells why.',
    fix: 'Put the original files back (from git or a backup). Where there are none, put the submissions of {period} into submissions/ and run, one after the other: {period:commands}.',
  },
  example: {
    place: { file: '' },
    args: { period: '2024-08', files: 'closed/2024-08/values.csv' },
  },
});
