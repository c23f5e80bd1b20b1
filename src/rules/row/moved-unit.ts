import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-U04',
  phase: 'row',
  vi: {
    title: 'Đơn vị đã đổi',
    message:
      '“{name}” không còn sau ngày {date}; số liệu được tính vào {successor}[[, nay gồm cả {others}]].[[ Còn {files} tệp khác trong tháng cũng ghi tên này.]]',
    why: 'Toàn bộ đơn vị cũ đã thành đơn vị mới, nên số liệu được tính tiếp ở đơn vị mới. Cần xem lại cho chắc. Mỗi tháng nêu một lần, ở tệp đầu tiên ghi tên ấy.',
    fix: 'Từ lần sau, đề nghị ghi tên hiện nay: {successor}[[, trong một báo cáo chung với {others}]].',
  },
  en: {
    title: 'Unit that has changed',
    message:
      '“{name}” ended on {date}; its figures are counted in {successor}[[, now together with {others}]].[[ The name also stands in {files other file|other files} of the month.]]',
    why: 'The whole of the old unit became the new one, so its figures go on there. Have a look to make sure. Told once a month, at the first file that has the name.',
    fix: 'From now on write today’s name: {successor}[[, in one report together with {others}]].',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ', cell: 'B9', row: 9 },
    args: { name: 'Ấp 3', date: '2025-12-31', successor: 'Ấp Tân Lập', others: 'Ấp 4', files: 2 },
  },
});
