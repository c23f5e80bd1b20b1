import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C06',
  phase: 'period',
  vi: {
    title: 'Kỳ chưa đủ các tháng',
    message: 'Mới có số liệu của {count}/{expected} tháng trong kỳ; chưa có {months}.',
    why: 'Quý, sáu tháng, năm được gộp từ các tháng. Thiếu tháng thì số thời kỳ chỉ là của các tháng đã có, và so với kỳ đủ tháng sẽ thấp hơn.',
    fix: 'Đề nghị bổ sung báo cáo của các tháng còn thiếu rồi tổng hợp lại. Nếu kỳ chưa kết thúc thì không cần sửa.',
  },
  en: {
    title: 'A period of which months are missing',
    message: 'Figures of {count} of {expected} months so far; missing: {months}.',
    why: 'A quarter, half-year or year is built from its months. Where some are missing, its flows are those of the others alone, and lower than those of a whole period.',
    fix: 'Add the reports of the missing months and roll up again. Where the period is not over yet, nothing has to be done.',
  },
  example: { place: { file: '' }, args: { count: 2, expected: 3, months: '2025-09' } },
});
