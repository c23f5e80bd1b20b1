import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G08',
  phase: 'registry',
  vi: {
    title: 'Tỷ lệ chia chưa đủ',
    message: 'Tỷ lệ chia của “{name}” ngày {date} cộng lại là {sum}, chưa đủ 1.',
    why: 'Phần còn lại không phân bổ được cho đơn vị nào, chỉ nằm trong tổng của cấp trên.',
    fix: 'Đề nghị ghi đủ tỷ lệ cho mọi đơn vị nhận, hoặc để trống tất cả nếu chưa biết.',
  },
  en: {
    title: 'Shares make less than a whole',
    message: 'The shares of “{name}” on {date} add up to {sum}, not 1.',
    why: 'The rest is allocated to no unit; it stands in the total above alone.',
    fix: 'Give shares that add up to 1, or leave all of them blank where they are not known.',
  },
  example: {
    place: { file: 'changes.csv', row: 31 },
    args: { name: 'Xã Lâm Hải', date: '2025-07-01', sum: 0.8 },
  },
});
