import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D22',
  phase: 'submission',
  vi: {
    title: 'Danh sách và số đếm khớp nhau',
    message:
      'Biểu “{form}” của {count} ấp, khóm ({hamlets}) có cả danh sách và số đếm, hai cách khớp nhau; đã tính theo danh sách.',
    why: 'Tính cả hai là tính trùng; số đếm (như ở trang tổng hợp) chỉ được đối chiếu với danh sách.',
    fix: 'Không cần sửa.',
  },
  en: {
    title: 'List and tally agree',
    message:
      'The form “{form}” of {count hamlet|hamlets} ({hamlets}) comes both as a list and as a tally, and the two agree; the list was used.',
    why: 'Counting both would count twice; the tally (as of a summary sheet) is held against the list.',
    fix: 'Nothing has to be done.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Tổng hợp', row: 8 },
    args: { count: 1, hamlets: 'Ấp Rạch Gốc A', form: 'households' },
  },
});
