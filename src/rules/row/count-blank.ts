import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R04',
  phase: 'row',
  vi: {
    title: 'Số liệu để trống',
    message: 'Cột “{field}” để trống, coi là chưa báo cáo chứ không phải bằng 0.',
    why: 'Để trống và bằng 0 là hai việc khác nhau: để trống là chưa biết, 0 là không có.',
    fix: 'Đề nghị nhập số. Nếu thật sự không có, đề nghị ghi 0.',
  },
  en: {
    title: 'Count left blank',
    message: 'The column “{field}” is blank: it counts as not reported, not as zero.',
    why: 'Blank and zero are different things: blank is not known, 0 is none.',
    fix: 'Fill in the number. If there really is none, write 0.',
  },
  example: {
    place: { file: 'huyen-u-minh/Tong hop.xlsx', sheet: 'Tổng hợp', cell: 'D8', row: 8 },
    args: { field: 'level2' },
  },
});
