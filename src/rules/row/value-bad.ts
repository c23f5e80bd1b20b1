import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R03',
  phase: 'row',
  vi: {
    title: 'Số liệu không hợp lệ',
    message:
      'Cột “{field}” ghi “{found}”, cần là {expected}; riêng ô này không được tính[[, trừ {counted}: không rõ “{unknown}” là gì]].[[ Có phải {suggestion} không?]]',
    why: 'Các cột khác của dòng vẫn được tính; ô này coi như chưa báo cáo.',
    fix: 'Đề nghị sửa ô này thành {expected}, hoặc để trống nếu không có.',
  },
  en: {
    title: 'Value not valid',
    message:
      'The column “{field}” says “{found}”, but {expected} is needed; this cell alone is not counted[[, but for {counted}: what “{unknown}” means is not known]].[[ Is it {suggestion}?]]',
    why: 'The other columns of the row are counted; this cell counts as not reported.',
    fix: 'Change this cell to {expected}, or leave it blank if there is none.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Thành viên', cell: 'D9', row: 9 },
    args: {
      field: 'birth_year',
      found: '197',
      expected: 'year',
      suggestion: '',
      counted: '',
      unknown: '',
    },
  },
});
