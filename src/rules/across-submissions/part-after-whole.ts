import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D14',
  phase: 'across-submissions',
  vi: {
    title: 'Ấp, khóm cũ gửi sau ấp, khóm mới',
    message:
      'Số liệu biểu “{form}” gửi sau của {name}, nay thuộc {count} ấp, khóm mới ({hamlets}), không được tính: tệp “{otherFile}” đã có số liệu của cả ấp, khóm mới.',
    why: 'Số liệu của một phần không thay được cho cả ấp, khóm mới; cộng thêm vào thì có thể tính hai lần.',
    fix: 'Đề nghị hỏi lại. Nếu phải sửa, gửi lại số liệu của cả ấp, khóm mới và ghi “lần 2” ở tên tệp. Nếu muốn tính theo các ấp, khóm cũ, ghi “drop” cho tệp kia vào decisions.csv.',
  },
  en: {
    title: 'An old hamlet’s figures after the merged one’s',
    message:
      'The form “{form}” of {name}, merged into {count hamlet|hamlets} ({hamlets}), which came later, was not counted: the file “{otherFile}” has the figures of all of the new hamlet.',
    why: 'A part cannot take the place of the whole; added to it, it might count twice.',
    fix: 'Ask the sender. If something has to be corrected, send the figures of all of the new hamlet again, with “lần 2” in the file’s name. If the old hamlets are to count, write “drop” for the other file in decisions.csv.',
  },
  example: {
    place: { file: 'xa-tan-an/Rach Goc T9.xlsx', sheet: 'Hộ', cell: 'A5', row: 5 },
    args: {
      count: 1,
      hamlets: 'Ấp Tân Lập',
      form: 'households',
      name: 'Ấp Rạch Gốc',
      otherFile: 'xa-tan-an/Tan Lap T9.xlsx',
    },
  },
});
