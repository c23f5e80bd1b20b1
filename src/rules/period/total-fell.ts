import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-H01',
  phase: 'period',
  vi: {
    title: 'Lũy kế giảm',
    message: '“{indicator}” là {value}, ít hơn {before} của kỳ {period}.',
    why: 'Số lũy kế chỉ có thể giữ nguyên hoặc tăng, nên một trong hai kỳ ghi sai.',
    fix: 'Đề nghị xem lại số lũy kế của hai kỳ và sửa số sai.',
  },
  en: {
    title: 'Cumulative figure fell',
    message: '“{indicator}” is {value}, less than {before} in {period}.',
    why: 'A cumulative figure can only stay or grow, so one of the two is mistaken.',
    fix: 'Check the cumulative figures of both periods, and correct the one that is wrong.',
  },
  example: {
    place: { file: 'huyen-u-minh/Tong hop.xlsx', sheet: 'Tổng hợp', cell: 'E8', row: 8 },
    args: { indicator: 'households_assisted_total', value: 180, before: 210, period: '2024-08' },
  },
});
