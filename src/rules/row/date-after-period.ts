import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R11',
  phase: 'row',
  vi: {
    title: 'Ngày sau kỳ báo cáo',
    message: 'Cột “{field}” ghi {found:date}, sau ngày cuối của {period}.',
    why: 'Việc sau ngày chốt số liệu thuộc kỳ sau. Dòng này vẫn được tính ở kỳ này, nên có thể bị tính hai lần.',
    fix: 'Đề nghị xem lại ngày. Nếu đúng là của kỳ sau, đề nghị chuyển dòng này sang báo cáo kỳ sau.',
  },
  en: {
    title: 'Date after the period',
    message: 'The column “{field}” says {found:date}, after the last day of {period}.',
    why: 'What comes after the cut-off belongs to the next period. The row is counted here, and might be counted twice.',
    fix: 'Check the date. If it is of the next period, move the row to the next report.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ', cell: 'E9', row: 9 },
    args: { field: 'assisted_on', found: '2024-09-20', period: '2024-09' },
  },
});
