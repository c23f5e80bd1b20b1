import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-H03',
  phase: 'period',
  vi: {
    title: 'Chênh lệch bất thường',
    message:
      '“{indicator}” là {value}, kỳ {period} là {before}; các ấp/khóm khác thường {usual:change}.',
    why: 'Chênh lệch này khác hẳn các ấp/khóm khác (điểm z cải biên theo trung vị), nên có thể ghi nhầm.',
    fix: 'Đề nghị xem lại số liệu; nếu đúng thì không cần sửa.',
  },
  en: {
    title: 'Unusual difference',
    message:
      '“{indicator}” is {value}, in {period} it was {before}; in other hamlets it mostly {usual:change}.',
    why: 'The difference is far from that of other hamlets (modified z-score about the median), so it may be a mistake.',
    fix: 'Check the figure; if it is right, nothing has to be done.',
  },
  example: {
    place: { file: 'huyen-u-minh/Tong hop.xlsx', sheet: 'Tổng hợp', cell: 'E8', row: 8 },
    args: { indicator: 'merchants_cashless', value: 310, before: 120, usual: 4, period: '2024-08' },
  },
});
