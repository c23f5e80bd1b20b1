import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-U03',
  phase: 'row',
  vi: {
    title: 'Đơn vị không còn',
    message:
      '“{name}”[[ ({parent})]] không còn sau ngày {date} nên không được tính.[[ Nay là: {successors}.]]',
    why: 'Đơn vị cũ đã chia cho nhiều đơn vị, đã thành cả một xã, phường hoặc không rõ về đâu, nên không tự chuyển số liệu sang đơn vị mới.',
    fix: 'Đề nghị ghi tên đơn vị hiện nay theo danh mục đơn vị rồi gửi lại.',
  },
  en: {
    title: 'Unit that has ended',
    message:
      '“{name}”[[ ({parent})]] ended on {date} and is not counted.[[ It is now: {successors}.]]',
    why: 'The old unit was split, became a commune of its own, or where it went is not known, so its figures cannot be moved without asking.',
    fix: 'Write the name of today’s unit, as the registry has it, and send the file again.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ', cell: 'A2', row: 2 },
    args: {
      name: 'Xã Tân Ân',
      parent: 'Huyện Ngọc Hiển',
      date: '2025-06-30',
      successors: '32244 Xã Phan Ngọc Hiển (Tỉnh Cà Mau); 32248 Xã Đất Mũi (Tỉnh Cà Mau)',
    },
  },
});
