import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D02',
  phase: 'across-submissions',
  vi: {
    title: 'Đã tính ở ấp/khóm khác',
    message:
      'Trùng {what} với {otherUnit} (dòng {otherRow}[[, trang tính “{otherSheet}”]], tệp “{otherFile}”); đã tính ở đó, dòng này không được tính.',
    why: 'Một tài khoản hay một hộ kinh doanh chỉ được tính ở một ấp/khóm, để không cộng hai lần.',
    fix: 'Đề nghị hai nơi thống nhất tính ở đâu, rồi xóa dòng này hoặc đề nghị nơi kia xóa dòng của họ.',
  },
  en: {
    title: 'Counted in another hamlet',
    message:
      'The same {what} as in {otherUnit} (row {otherRow}[[, sheet “{otherSheet}”]], file “{otherFile}”); it is counted there and not here.',
    why: 'An account or a merchant counts in one hamlet alone, so that it is not added twice.',
    fix: 'Agree with the other hamlet on where it belongs, and delete one of the two rows.',
  },
  example: {
    place: { file: 'xa-tan-an/Ap Duong Keo.xlsx', sheet: 'Định danh', cell: 'C12', row: 12 },
    args: {
      what: 'account',
      otherUnit: 'Ấp Rạch Gốc A',
      otherFile: 'xa-tan-an/Bao cao T9.xlsx',
      otherSheet: 'Định danh',
      otherRow: 8,
    },
  },
});
