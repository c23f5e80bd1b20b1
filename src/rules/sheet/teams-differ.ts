import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S15',
  phase: 'sheet',
  vi: {
    title: 'Số của ấp/khóm khác với các tổ',
    message:
      'Dòng của ấp/khóm ghi {found}, nhưng các tổ của ấp/khóm[[ (dòng {rows})]][[ (dòng {line})]] cộng lại được {sum}.',
    why: 'Số liệu lấy ở dòng của ấp/khóm; các dòng tổ bên dưới là số chi tiết nên không cộng thêm. Lệch nghĩa là một trong hai bên sai.',
    fix: 'Đề nghị xem lại dòng của ấp/khóm và các dòng tổ, sửa chỗ sai rồi gửi lại.',
  },
  en: {
    title: 'Hamlet’s figure differs from its teams’',
    message:
      'The hamlet’s row says {found}, but its teams[[ (rows {rows})]][[ (row {line})]] add up to {sum}.',
    why: 'The hamlet’s row is counted; the rows of its teams below are its parts and are not added. A difference means that one of the two is wrong.',
    fix: 'Check the hamlet’s row and those of its teams, correct what is wrong and send the file again.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Tổng hợp', cell: 'D5', row: 5 },
    args: { found: 11, sum: 12, rows: '6–7', line: '' },
  },
});
