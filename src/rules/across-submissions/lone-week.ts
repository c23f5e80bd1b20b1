import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D19',
  phase: 'across-submissions',
  vi: {
    title: 'Chỉ có số của một tuần',
    message:
      'Số liệu biểu “{form}” của {count} ấp, khóm ({hamlets}) chỉ có của tuần {week}: được tính như số của cả kỳ.',
    why: 'Tên tệp, tên thư mục, tên trang tính hay dòng trên bảng cho biết đây là báo cáo tuần, và không có số của tuần nào khác. Biểu số đếm cần số của cả kỳ.',
    fix: 'Đề nghị gửi thêm số của các tuần còn lại, hoặc một tệp ghi số của cả kỳ. Nếu số này đã là của cả kỳ thì bỏ chữ “tuần” ở tên hay tiêu đề.',
  },
  en: {
    title: 'One week alone',
    message:
      'The form “{form}” of {count hamlet|hamlets} ({hamlets}) came for week {week} alone: it was taken for the whole period.',
    why: 'The name of the file, its folder or its sheet, or a line above the table says that it is a weekly report, and no other week came. A tally is to have the counts of the whole period.',
    fix: 'Send the other weeks too, or one file with the whole period. If these are its figures, leave the week out of the name or the title.',
  },
  example: {
    place: { file: 'xa-tan-an/Tuan 2.xlsx', sheet: 'Hộ', cell: 'C9', row: 9 },
    args: { count: 2, hamlets: 'Ấp Rạch Gốc A, Ấp Ông Như', form: 'households', week: 2 },
  },
});
