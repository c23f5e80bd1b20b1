import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C09',
  phase: 'period',
  vi: {
    title: 'Kỳ đã chốt chưa gồm số đính chính của kỳ trước',
    message:
      'Lũy kế đã chốt của {months} chưa gồm số đính chính sau khi chốt của {corrected}, và không tính lại được vì không còn (hay không đọc được) báo cáo đã nộp; lũy kế kỳ này cộng tiếp từ đó nên có thể còn lệch.',
    why: 'Kỳ trước được đính chính thì các kỳ sau đã chốt được tính lại từ báo cáo đã nộp. Số đã chốt không giữ danh sách hộ, nên không có báo cáo thì không cộng lại cho đúng được.',
    fix: 'Trong thư mục làm việc của các kỳ này, đề nghị chép lại các tệp đã nộp của {months} vào submissions/ (mỗi tháng một thư mục) rồi chạy `ccds rollup`: các kỳ đó được tính lại, và lần chốt sau công bố số mới.',
  },
  en: {
    title: 'A closed month lacks the correction of an earlier one',
    message:
      'The closed cumulative figures of {months} lack what was corrected of {corrected} after closing, and cannot be made anew, as the submissions are gone or cannot be read; this period’s go on from them and may be off.',
    why: 'When an earlier month is corrected, closed months after it are made anew from their submissions. Closed figures keep no lists of households, so without the submissions they cannot be added up rightly.',
    fix: 'In the workspace of these months put the submissions of {months} back into submissions/ (a folder each) and run `ccds rollup`: they are made anew, and the next closing publishes the new figures.',
  },
  example: { place: { file: '' }, args: { months: '2024-08', corrected: '2024-07' } },
});
