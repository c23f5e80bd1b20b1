import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S25',
  phase: 'sheet',
  vi: {
    title: 'Nhiều cột được cộng lại thành một số',
    message: '“{field}” không có cột riêng nên là tổng của các cột {places}.',
    why: 'Bảng ghi riêng số nam và số nữ, hay riêng số của từng tuần, mà không có cột chung. Các cột cộng lại là đủ; một cột để trống thì không biết tổng.',
    fix: 'Không cần sửa. Kỳ sau đề nghị thêm một cột “{field}” ghi tổng số.',
  },
  en: {
    title: 'Several columns added up to one count',
    message: '“{field}” has no column of its own, so it is the sum of the columns {places}.',
    why: 'The table counts men and women apart, or the weeks of the month, and has no column for all. Together they are the whole; where one of them is blank, the sum is not known.',
    fix: 'Nothing has to be done. Next time add a column “{field}” with the whole number.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'TK', cell: 'C6', row: 6 },
    args: { field: 'level1', places: '“Mức 1 – Nam” (C6), “Mức 1 – Nữ” (D6)' },
  },
});
