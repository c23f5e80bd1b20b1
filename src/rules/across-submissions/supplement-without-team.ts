import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-T06',
  phase: 'across-submissions',
  vi: {
    title: 'Tệp bổ sung không ghi tổ',
    message:
      'Tệp bổ sung không ghi số tổ hay tên tổ của {count} ấp, khóm ({hamlets}); thành viên bổ sung được tính vào tổ đã có trong tệp “{otherFile}”, không thành một tổ nữa.',
    why: 'Tệp bổ sung thường thêm người vào tổ đã có, ít khi thêm tổ mới.',
    fix: 'Nếu thêm người vào tổ đã có, không cần sửa. Nếu là tổ mới, đề nghị ghi “Số tổ” (danh sách thì ghi “Tên tổ”) trong tệp bổ sung rồi gửi lại.',
  },
  en: {
    title: 'Supplement without a team',
    message:
      'The supplement gives no number or name of teams for {count hamlet|hamlets} ({hamlets}); its members count in the teams that the file “{otherFile}” has, and make no further team.',
    why: 'A supplement mostly adds people to a team that is there already, and seldom a new team.',
    fix: 'Nothing has to be done where people were added to a team. For a new team, fill in “Số tổ” (in a list “Tên tổ”) in the supplement and send it again.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9 bo sung.xlsx' },
    args: {
      count: 1,
      hamlets: 'Ấp Rạch Gốc A',
      otherFile: 'xa-tan-an/Bao cao T9.xlsx',
    },
  },
});
