import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R12',
  phase: 'row',
  vi: {
    title: 'Chưa đủ 14 tuổi',
    message: 'Theo cột “{field}”, người này chưa đủ 14 tuổi vào ngày cuối kỳ; vẫn được tính.',
    why: 'Người dưới 14 tuổi đã được cấp tài khoản định danh điện tử từ năm 2024, nhưng mẫu số thường chỉ gồm công dân từ đủ 14 tuổi; cũng có khi là ghi nhầm năm sinh.',
    fix: 'Đề nghị xem lại ngày sinh; nếu đúng thì không cần sửa.',
  },
  en: {
    title: 'Younger than 14',
    message:
      'By the column “{field}”, the holder is not yet 14 on the last day of the period; the row counts.',
    why: 'Since 2024 children may hold an account, but denominators usually count citizens of 14 and over; it may also be a wrong year.',
    fix: 'Check the date of birth; if it is right, nothing has to be done.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Định danh', cell: 'E9', row: 9 },
    args: { field: 'born_on' },
  },
});
