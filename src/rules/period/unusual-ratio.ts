import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-H02',
  phase: 'period',
  vi: {
    title: 'Tăng, giảm bất thường',
    message:
      '“{indicator}” là {value}, kỳ {period} là {before}; theo mức thay đổi chung thì khoảng {usual}.',
    why: 'Mức tăng, giảm này khác hẳn các ấp/khóm khác (so theo tỷ số Hidiroglou-Berthelot), nên có thể ghi thừa hoặc thiếu một chữ số.',
    fix: 'Đề nghị xem lại số liệu; nếu đúng thì không cần sửa.',
  },
  en: {
    title: 'Unusual change',
    message:
      '“{indicator}” is {value}, in {period} it was {before}; at the usual pace it would be about {usual}.',
    why: 'The change is far from that of other hamlets (Hidiroglou-Berthelot ratio), so a digit may be missing or one too many.',
    fix: 'Check the figure; if it is right, nothing has to be done.',
  },
  example: {
    place: { file: 'huyen-u-minh/Tong hop.xlsx', sheet: 'Tổng hợp', cell: 'E8', row: 8 },
    args: { indicator: 'eid_level2', value: 6120, before: 608, usual: 620, period: '2024-08' },
  },
});
