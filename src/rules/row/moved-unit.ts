import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-U04',
  phase: 'row',
  vi: {
    title: 'Đơn vị đã đổi',
    message: '“{name}” không còn sau ngày {date}; số liệu được tính vào {successor}.',
    why: 'Toàn bộ đơn vị cũ đã thành đơn vị mới, nên số liệu được tính tiếp ở đơn vị mới. Cần xem lại cho chắc.',
    fix: 'Đề nghị từ lần sau ghi tên hiện nay: {successor}.',
  },
  en: {
    title: 'Unit that has changed',
    message: '“{name}” ended on {date}; its figures are counted in {successor}.',
    why: 'The whole of the old unit became the new one, so its figures go on there. Have a look to make sure.',
    fix: "From now on write today's name: {successor}.",
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ', cell: 'B9', row: 9 },
    args: { name: 'Ấp 3', date: '2025-12-31', successor: 'Ấp Tân Lập' },
  },
});
