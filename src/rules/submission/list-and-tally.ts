import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D09',
  phase: 'submission',
  vi: {
    title: 'Vừa danh sách vừa số đếm',
    message:
      'Biểu “{form}” của {count} ấp, khóm ({hamlets}) có cả danh sách và số đếm; đã dùng danh sách ({expected}), không dùng số đếm[[ ({found})]].[[ Cũng không dùng cột {columns}, vì không khớp với danh sách.]]',
    why: 'Tính cả hai là tính trùng, nên chỉ dùng danh sách vì đối chiếu được từng dòng.',
    fix: 'Đề nghị chỉ gửi một cách cho mỗi biểu, hoặc sửa để hai số khớp nhau.',
  },
  en: {
    title: 'Both a list and a tally',
    message:
      'The form “{form}” of {count hamlet|hamlets} ({hamlets}) comes both as a list and as a tally; the list ({expected}) was used, not the tally[[ ({found})]].[[ Not used either, as it does not fit the list: {columns}.]]',
    why: 'Counting both would count twice; the list is used because it can be checked row by row.',
    fix: 'Send one of the two for each form, or make the figures agree.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Tổng hợp', row: 8 },
    args: {
      count: 1,
      hamlets: 'Ấp Rạch Gốc A',
      form: 'households',
      found: 42,
      expected: 40,
      columns: 'cumulative',
    },
  },
});
