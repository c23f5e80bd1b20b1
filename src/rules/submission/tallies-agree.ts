import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D23',
  phase: 'submission',
  vi: {
    title: 'Số đếm ghi ở nhiều bảng, khớp nhau',
    message:
      'Biểu “{form}” của {count} ấp, khóm ({hamlets}) được ghi ở nhiều bảng, các số khớp nhau; chỉ tính một lần[[, theo trang {sheets}]][[, theo từng ấp, khóm, vì ở đây là tổng của {unit}]].',
    why: 'Trang tổng hợp nhắc lại số của các trang khác thì không tính thêm, chỉ được đối chiếu.',
    fix: 'Không cần sửa.',
  },
  en: {
    title: 'Counts stand in several tables, and agree',
    message:
      'The form “{form}” of {count hamlet|hamlets} ({hamlets}) stands in several tables with the same counts; they were counted once[[, from {sheets}]][[, by hamlet, as this is the total of {unit}]].',
    why: 'A summary sheet that says again what other sheets say adds nothing; it is held against them.',
    fix: 'Nothing has to be done.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Tổng hợp', cell: 'C8', row: 8 },
    args: {
      count: 2,
      hamlets: 'Ấp Rạch Gốc A, Ấp Rạch Gốc B',
      form: 'members',
      sheets: '“TV”',
      unit: '',
    },
  },
});
