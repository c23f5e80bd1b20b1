import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C10',
  phase: 'period',
  vi: {
    title: 'Tệp đã nộp của kỳ đã chốt bị thay cùng tên',
    message:
      'Sau khi chốt {period}, có báo cáo đã nộp bị chép đè bằng tệp khác cùng tên: {files}. Số liệu {period} được tính lại theo tệp đang có.',
    why: 'Lúc chốt, ccds ghi lại mã kiểm của từng báo cáo đã nộp (trong inputs.csv). Chép đè lên rồi thì không còn bản báo cáo làm căn cứ cho số đã công bố.',
    fix: 'Nếu đó là bản đính chính thì không phải làm gì: những số thay đổi được nêu ở trang “Số liệu công bố lại” của sổ tổng hợp. Nếu là chép nhầm, đề nghị chép lại bản cũ vào submissions/.',
  },
  en: {
    title: 'A submission of a closed month was replaced under its name',
    message:
      'After {period} was closed, reports of that month were overwritten by others of the same name: {files}. Its figures are recomputed from the files as they are now.',
    why: 'When a month is closed, ccds keeps a checksum of each report (in inputs.csv). Once a report is overwritten, the one that the published figures rest on is gone.',
    fix: 'If this is a correction, nothing has to be done: the figures that change are on the sheet “Restated figures” of the summary workbook. If it was a mistake, copy the earlier file back into submissions/.',
  },
  example: { place: { file: '' }, args: { period: '2024-08', files: 'xa-tan-an/Bao cao T8.xlsx' } },
});
