import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G12',
  phase: 'registry',
  vi: {
    title: 'Kế hoạch ghi mã đã được dùng lại',
    message:
      'Kế hoạch {period} của mã {found} được hiểu là của “{successor}”, đơn vị mang mã này vào cuối {period}; “{name}” mang mã này ở kỳ đang tổng hợp nên không có kế hoạch.',
    why: 'Mã được cấp lại khi sắp xếp đơn vị, nên một mã trong targets.csv được đọc theo ngày cuối của kỳ kế hoạch. Kế hoạch của đơn vị này không phải là kế hoạch của đơn vị kia.',
    fix: 'Nếu kế hoạch là của “{name}”, đề nghị ghi cho từng tháng, quý mà đơn vị này còn (như 2025-03), không ghi cho cả năm.',
  },
  en: {
    title: 'A target of a code that was used again',
    message:
      'The target of code {found} for {period} is read as that of “{successor}”, whose code it is at the end of {period}; “{name}”, whose code it is in the period at hand, has none.',
    why: 'Codes are given out again when units are rearranged, so a code in targets.csv is read as of the last day of the target’s period. A target of one unit is none of another.',
    fix: 'If the target is of “{name}”, give it for each month or quarter that the unit is there (such as 2025-03), not for the year.',
  },
  example: {
    place: { file: 'targets.csv', row: 12 },
    args: { found: '31876', period: '2025', name: 'Xã Phước Long', successor: 'Xã Vĩnh Phước' },
  },
});
