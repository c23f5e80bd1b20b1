import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G15',
  phase: 'registry',
  vi: {
    title: 'Đơn vị đã nhập vào nơi khác mà còn hiệu lực',
    message:
      'Tệp changes ghi toàn bộ “{name}” nhập vào “{successor}” từ ngày {date}, nhưng trong units đơn vị này còn hiệu lực sau ngày {until}.',
    why: 'Đơn vị còn hiệu lực thì vẫn được đếm, vẫn phải báo cáo và bị nêu là chưa nộp; số liệu ghi tên cũ không được cộng vào đơn vị nhận.',
    fix: 'Nếu đã nhập toàn bộ, đề nghị ghi valid_to của đơn vị này là {until:typed}. Nếu chỉ nhập một phần, đề nghị ghi tỷ lệ ở cột share, hoặc thêm một dòng có from và to đều là mã của đơn vị này.',
  },
  en: {
    title: 'Unit that went on after it became part of another',
    message:
      'A row of changes says that all of “{name}” became part of “{successor}” on {date}, but in the units it goes on after {until}.',
    why: 'A unit that is valid is counted, expected to report and told as missing, and what is reported under its old name is not added to the one that took it over.',
    fix: 'If all of it went, give its row the valid_to {until:typed}. If only a part did, give its share, or add a row whose from and to are both the code of this unit.',
  },
  example: {
    place: { file: 'changes.csv', row: 31 },
    args: { name: 'Ấp Ô Rô', date: '2026-03-01', successor: 'Ấp Rạch Gốc', until: '2026-02-28' },
  },
});
