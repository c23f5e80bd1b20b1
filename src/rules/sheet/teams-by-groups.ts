import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-T07',
  phase: 'sheet',
  vi: {
    title: 'Tổ lấy theo dòng nhóm',
    message:
      'Danh sách không có cột “Tên tổ”, nên mỗi dòng nhóm {header} (ô {places}) được tính là một tổ: {count} tên tổ.',
    why: 'Các dòng dưới một dòng nhóm như “Tổ 1” là thành viên của tổ ấy.',
    fix: 'Nếu đúng là các tổ công nghệ số cộng đồng thì không cần sửa. Nếu ấp/khóm chỉ có một tổ, đề nghị bỏ các dòng nhóm rồi gửi lại.',
  },
  en: {
    title: 'Teams by the heads of groups',
    message:
      'The list has no column “Tên tổ”, so each head of a group, {header} (at {places}), counts as a team, {count} in all.',
    why: 'The rows below a head such as “Tổ 1” are the members of that team.',
    fix: 'Nothing has to be done where these are teams. If the hamlet has only one, leave the heads out and send the list again.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Thành viên', cell: 'A6', row: 6 },
    args: { count: 2, header: '“Tổ 1”, “Tổ 2”', places: 'A6, A11' },
  },
});
