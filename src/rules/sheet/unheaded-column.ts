import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S11',
  phase: 'sheet',
  vi: {
    title: 'Cột có số liệu mà không có tiêu đề',
    message:
      'Cột {column} không có tiêu đề nên số liệu ghi trong cột không được tính.[[ Cột này có {cells} ô như vậy: {places}.]]',
    why: 'Không có tiêu đề thì không biết các con số, dấu x đó là của chỉ tiêu nào; các cột khác vẫn được tính bình thường.',
    fix: 'Đề nghị ghi tiêu đề cho cột theo biểu mẫu rồi gửi lại. Nếu chỉ là số tính nháp thì không cần sửa.',
  },
  en: {
    title: 'Values in a column without a header',
    message:
      'The column {column} has no header, so what is written in it is not counted.[[ This column has {cells} such cells: {places}.]]',
    why: 'Without a header it is not known what the numbers or marks stand for; the other columns are counted as usual.',
    fix: 'Give the column the form’s header and send the sheet again. If it is scratch work, nothing has to be done.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Thành viên', cell: 'E6', row: 6 },
    args: { column: 'E', cells: 9, places: 'E6, E7, E8, E9, E10, …' },
  },
});
