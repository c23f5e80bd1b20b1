import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C10',
  phase: 'period',
  vi: {
    title: 'Tệp đã nộp của kỳ đã chốt bị thay cùng tên',
    message:
      'Sau khi chốt {period}, tệp đã nộp bị thay bằng nội dung khác mà vẫn tên cũ: {files}. Kỳ đó được tính lại từ tệp hiện có.',
    why: 'Mỗi kỳ chốt giữ mã kiểm của từng tệp đã nộp (inputs.csv). Tệp bị chép đè thì không còn bản mà số đã công bố dựa vào.',
    fix: 'Nếu đó là bản đính chính thì không phải làm gì: số nào thay đổi được nêu ở “Số liệu công bố lại”. Nếu không, đề nghị chép lại bản cũ vào submissions/.',
  },
  en: {
    title: 'A submission of a closed month was replaced under its name',
    message:
      'Since {period} was closed, submissions were replaced by others of the same name: {files}. The month is made anew from what is there now.',
    why: 'A closed month keeps the checksum of every submission (inputs.csv). Where one was overwritten, what the published figures rest on is gone.',
    fix: 'If it is a correction there is nothing to do: figures that change are told as restated. If not, put the former file back into submissions/.',
  },
  example: { place: { file: '' }, args: { period: '2024-08', files: 'xa-tan-an/Bao cao T8.xlsx' } },
});
