import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G17',
  phase: 'registry',
  vi: {
    title: 'Dòng thay đổi không có tác dụng',
    message:
      'Dòng này của tệp changes[[ ghi “{same}” từ ngày {date} thành chính nó, mà không thành đơn vị nào khác: dòng này không làm thay đổi gì]][[ ghi “{name}” từ ngày {date} thành “{successor}”: một bên là ấp, khóm, một bên là đơn vị cấp trên, nên báo cáo ghi tên cũ không tính tiếp được]].',
    why: 'Báo cáo là của ấp, khóm, nên chỉ tính tiếp được từ ấp, khóm cũ sang ấp, khóm mới. Dòng có from và to là một đơn vị chỉ có nghĩa bên cạnh dòng khác cùng ngày: đơn vị bị tách một phần và phần còn lại giữ tên.',
    fix: 'Đề nghị xem lại mã ở from và to, sửa cho đúng đơn vị; dòng thừa thì bỏ.',
  },
  en: {
    title: 'A change that changes nothing',
    message:
      'This row of changes[[ says that on {date} “{same}” became itself, and part of no other unit: it changes nothing]][[ says that on {date} “{name}” became part of “{successor}”: one is a hamlet and the other is not, so that reports under the old name cannot be counted]].',
    why: 'Reports are of hamlets: they go on from an old hamlet to a new one alone. A row whose from and to are one unit has a meaning only beside another row of that day, where a part of the unit went and the rest kept its name.',
    fix: 'Look at the codes in from and to and correct them; delete a row that is not needed.',
  },
  example: {
    place: { file: 'changes.csv', row: 31 },
    args: { same: '', name: 'Ấp Ô Rô', successor: 'Xã Tân Ân', date: '2026-03-01' },
  },
});
