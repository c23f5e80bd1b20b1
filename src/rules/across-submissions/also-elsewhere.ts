import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D03',
  phase: 'across-submissions',
  vi: {
    title: 'Có cả ở ấp/khóm khác',
    message:
      'Trùng {what} với {otherUnit} (dòng {otherRow}[[, trang tính “{otherSheet}”]], tệp “{otherFile}”); được tính ở đây, không tính ở đó.',
    why: 'Một tài khoản hay một hộ kinh doanh chỉ được tính ở một ấp/khóm. Nơi có mã đơn vị nhỏ hơn được tính.',
    fix: 'Đề nghị hai nơi thống nhất tính ở đâu. Nếu không thuộc ấp/khóm này, đề nghị xóa dòng này.',
  },
  en: {
    title: 'Also in another hamlet',
    message:
      'The same {what} as in {otherUnit} (row {otherRow}[[, sheet “{otherSheet}”]], file “{otherFile}”); it is counted here and not there.',
    why: 'An account or a merchant counts in one hamlet alone: the first by unit code.',
    fix: 'Agree with the other hamlet on where it belongs. If it is not of this hamlet, delete this row.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Định danh', cell: 'C8', row: 8 },
    args: {
      what: 'account',
      otherUnit: 'Ấp Đường Kéo',
      otherFile: 'xa-tan-an/Ap Duong Keo.xlsx',
      otherSheet: 'Định danh',
      otherRow: 12,
    },
  },
});
