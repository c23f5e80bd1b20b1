import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S02',
  phase: 'sheet',
  vi: {
    title: 'Không rõ biểu mẫu nào',
    message:
      'Tiêu đề cột hợp với nhiều biểu mẫu như nhau: {forms}.[[ Biểu nào cũng cần cột “{header}”, ô {headerCell}.]]',
    why: 'Cùng một bảng không thể tính vào hai biểu, nên bảng này chưa được tính.',
    fix: 'Đề nghị dùng đủ tiêu đề cột của một biểu mẫu, để phân biệt được với biểu kia.',
  },
  en: {
    title: 'More than one form fits',
    message:
      'The column headers fit several forms equally well: {forms}.[[ Each of them needs the column “{header}”, cell {headerCell}.]]',
    why: 'One table cannot be counted under two forms, so it is not counted yet.',
    fix: 'Use all of one form’s column headers, so that it can be told from the other.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Sheet1', cell: 'B5', row: 5 },
    args: { forms: 'households, merchants', header: 'Tên hộ', headerCell: 'B5' },
  },
});
