import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D05',
  phase: 'across-submissions',
  vi: {
    title: 'Trùng tên',
    message:
      'Trùng tên với dòng {otherRow}[[, trang tính “{otherSheet}”]][[, tệp “{otherFile}”]] mà không có gì khác để phân biệt; cả hai dòng đều được tính.',
    why: 'Trùng tên chưa chắc là một người, nên chưa bỏ dòng nào; nhưng nếu là một thì đang tính hai lần.',
    fix: 'Đề nghị xóa một dòng nếu ghi trùng, hoặc ghi thêm số điện thoại, năm sinh hay địa chỉ để phân biệt.',
  },
  en: {
    title: 'Same name',
    message:
      'The same name as in row {otherRow}[[, sheet “{otherSheet}”]][[, file “{otherFile}”]], and nothing to tell them apart; both are counted.',
    why: 'One name may be two people, so no row was dropped; but if they are one, it is counted twice.',
    fix: 'Delete one of the rows if it is a repeat, or add a telephone number, year of birth or address.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Thành viên', row: 11 },
    args: { otherFile: '', otherSheet: '', otherRow: 7 },
  },
});
