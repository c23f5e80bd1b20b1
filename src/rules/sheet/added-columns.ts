import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S25',
  phase: 'sheet',
  vi: {
    title: 'Nhiều cột (dòng) được cộng lại thành một số',
    message: '“{field}” không được ghi riêng nên là tổng của {places}.',
    why: 'Bảng ghi riêng số nam và số nữ, hay riêng số của từng tuần, mà không có số chung. Cộng lại là đủ; một số để trống thì không biết tổng.',
    fix: 'Không cần sửa. Kỳ sau đề nghị thêm một cột (dòng) “{field}” ghi tổng số.',
  },
  en: {
    title: 'Several columns (rows) added up to one count',
    message: '“{field}” is not stated by itself, so it is the sum of {places}.',
    why: 'The table counts men and women apart, or the weeks of the month, and states no count of all. Together they are the whole; where one of them is blank, the sum is not known.',
    fix: 'Nothing has to be done. Next time add a column (or row) “{field}” with the total.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'TK', cell: 'C6', row: 6 },
    args: { field: 'level1', places: '“Mức 1 – Nam” (C6), “Mức 1 – Nữ” (D6)' },
  },
});
