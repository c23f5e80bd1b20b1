import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-T03',
  phase: 'submission',
  vi: {
    title: 'Tổ quá ít hoặc quá đông',
    message: 'Tổ[[ “{team}”]] có {members} thành viên, ngoài khoảng thường gặp từ 4 đến 9.',
    why: 'Tổ công nghệ số cộng đồng thường có từ 4 đến 9 thành viên; khác đi có thể là thiếu dòng, hoặc gộp nhiều tổ.',
    fix: 'Đề nghị xem lại danh sách; nếu đúng thì không cần sửa.',
  },
  en: {
    title: 'Unusual size of a team',
    message: 'The team[[ “{team}”]] has {members member|members}; 4 to 9 are usual.',
    why: 'Teams have 4 to 9 members. Otherwise rows may be missing, or several teams stand together.',
    fix: 'Check the list; if it is right, nothing has to be done.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Thành viên', cell: 'C9', row: 9 },
    args: { team: 'Tổ CNSCĐ ấp Rạch Gốc A', members: 3 },
  },
});
