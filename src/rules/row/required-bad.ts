import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R02',
  phase: 'row',
  vi: {
    title: 'Số liệu bắt buộc không hợp lệ',
    message:
      'Cột “{field}” ghi “{found}”, cần là {expected}; dòng này không được tính.[[ Có phải {suggestion} không?]]',
    why: 'Đoán số liệu sẽ làm sai tổng hợp, nên dòng này chờ đơn vị sửa.',
    fix: 'Đề nghị sửa ô này thành {expected}.',
  },
  en: {
    title: 'Required value not valid',
    message:
      'The column “{field}” says “{found}”, but {expected} is needed; the row is not counted.[[ Is it {suggestion}?]]',
    why: 'A guess would spoil the totals, so the row waits for its correction.',
    fix: 'Change this cell to {expected}.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Tổng hợp', cell: 'D8', row: 8 },
    args: { field: 'total', found: 'Một nghìn hai trăm', expected: 'count', suggestion: '1200' },
  },
});
