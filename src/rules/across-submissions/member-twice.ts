import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D04',
  phase: 'across-submissions',
  vi: {
    title: 'Thành viên ở hai nơi',
    message:
      'Người này còn là thành viên tổ ở {otherUnit} (dòng {otherRow}[[, trang tính “{otherSheet}”]], tệp “{otherFile}”); cả hai nơi đều được tính.',
    why: 'Một người có thể tham gia hai tổ công nghệ số cộng đồng, nhưng thường là do ghi trùng hoặc chuyển tổ.',
    fix: 'Đề nghị xem lại. Nếu người này đã chuyển tổ, đề nghị xóa dòng ở tổ cũ.',
  },
  en: {
    title: 'Member in two places',
    message:
      'This person is also a member in {otherUnit} (row {otherRow}[[, sheet “{otherSheet}”]], file “{otherFile}”); both are counted.',
    why: 'A person may be in two teams, but usually it is a repeated row or a move from one team to another.',
    fix: 'Have a look. If the person has moved, delete the row of the old team.',
  },
  example: {
    place: { file: 'xa-tan-an/Ap Duong Keo.xlsx', sheet: 'Thành viên', row: 9 },
    args: {
      otherUnit: 'Ấp Rạch Gốc A',
      otherFile: 'xa-tan-an/Bao cao T9.xlsx',
      otherSheet: 'Thành viên',
      otherRow: 7,
    },
  },
});
