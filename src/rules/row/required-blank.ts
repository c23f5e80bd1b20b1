import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R01',
  phase: 'row',
  vi: {
    title: 'Thiếu số liệu bắt buộc',
    message: 'Cột “{field}” bắt buộc phải có nhưng để trống; dòng này không được tính.',
    why: 'Thiếu mục này thì không biết dòng có tính hay không, hoặc tính vào đâu.',
    fix: 'Đề nghị nhập “{field}” cho dòng này. Nếu là dòng thừa, đề nghị xóa cả dòng.',
  },
  en: {
    title: 'Required value missing',
    message: 'The column “{field}” must be filled in but is blank; the row is not counted.',
    why: 'Without this value it is not known whether the row counts, or where.',
    fix: 'Fill in “{field}” in this row. If the row is a leftover, delete all of it.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Định danh', cell: 'D12', row: 12 },
    args: { field: 'level' },
  },
});
