import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-X02',
  phase: 'row',
  vi: {
    title: 'Cộng không khớp',
    message: '{addends} cộng lại được {sum}, nhưng “{total}” ghi {totalValue}.',
    why: 'Tổng hợp lấy theo từng thành phần, không lấy cột tổng. Lệch nghĩa là một trong các số ghi sai.',
    fix: 'Đề nghị xem lại các số thành phần và số tổng, sửa số sai.',
  },
  en: {
    title: 'Total does not add up',
    message: '{addends} add up to {sum}, but “{total}” says {totalValue}.',
    why: 'The parts are counted, not the total’s column. A difference means that one of the figures is wrong.',
    fix: 'Check the parts and the total, and correct the one that is wrong.',
  },
  example: {
    place: { file: 'huyen-u-minh/Tong hop.xlsx', sheet: 'Tổng hợp', cell: 'F8', row: 8 },
    args: { addends: 'level1 + level2', sum: 1245, total: 'total', totalValue: 1250 },
  },
});
