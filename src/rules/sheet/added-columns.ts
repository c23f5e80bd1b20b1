import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S25',
  phase: 'sheet',
  vi: {
    title: 'Cột nam và cột nữ được cộng lại',
    message: '“{field}” không có cột riêng nên là tổng của hai cột {places}.',
    why: 'Bảng ghi riêng số nam và số nữ mà không có cột chung. Hai cột cộng lại là đủ mọi người; một trong hai để trống thì không biết tổng.',
    fix: 'Không cần sửa. Kỳ sau đề nghị thêm một cột “{field}” ghi tổng số.',
  },
  en: {
    title: "Men's and women's columns added up",
    message: '“{field}” has no column of its own, so it is the sum of the two columns {places}.',
    why: 'The table counts men and women apart, and has no column for both. Together they are everybody; where one of the two is blank, the sum is not known.',
    fix: 'Nothing has to be done. Next time add a column “{field}” with the whole number.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'TK', cell: 'C6', row: 6 },
    args: { field: 'level1', places: '“Mức 1 – Nam” (C6), “Mức 1 – Nữ” (D6)' },
  },
});
