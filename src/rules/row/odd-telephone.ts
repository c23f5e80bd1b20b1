import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R07',
  phase: 'row',
  vi: {
    title: 'Số điện thoại lạ',
    message: 'Số điện thoại {found} ở cột “{field}” không đúng dạng thường gặp.',
    why: 'Dòng này vẫn được tính. Số điện thoại sai thì khó liên hệ và khó phân biệt người trùng tên.',
    fix: 'Đề nghị xem lại số điện thoại: số di động có 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
  },
  en: {
    title: 'Odd telephone number',
    message: 'The telephone number {found} in the column “{field}” has an unusual shape.',
    why: 'The row is counted. A wrong number makes it hard to call, and to tell people of one name apart.',
    fix: 'Check the number: a mobile number has 10 digits and begins with 03, 05, 07, 08 or 09.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Thành viên', cell: 'G9', row: 9 },
    args: { field: 'phone', found: '•••789' },
  },
});
