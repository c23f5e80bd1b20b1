import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-T08',
  phase: 'across-submissions',
  vi: {
    title: 'Hai ấp, khóm cũ có tổ cùng tên',
    message:
      'Tổ “{team}” cùng tên với tổ ở dòng {otherRow}[[, trang tính “{otherSheet}”]][[, tệp “{otherFile}”]] của ấp, khóm khác nay đã nhập làm một; được tính là hai tổ.',
    why: 'Ấp, khóm nào cũng có thể có “Tổ 1”, và sau sáp nhập vẫn có thể là hai tổ; nhưng cũng có thể hai bên ghi cùng một tổ.',
    fix: 'Đề nghị đặt tên khác nhau cho hai tổ. Nếu chỉ là một tổ, gửi một danh sách chung của ấp, khóm mới.',
  },
  en: {
    title: 'Teams of one name in two old hamlets',
    message:
      'The team “{team}” has the name of the one in row {otherRow}[[, sheet “{otherSheet}”]][[, file “{otherFile}”]], of another hamlet that was merged into the same one; they count as two teams.',
    why: 'Any hamlet may have a “Tổ 1”, and after a merger they may still be two teams; but both may have listed the same one.',
    fix: 'Give the two teams different names. If they are one team, send one list of the merged hamlet.',
  },
  example: {
    place: { file: 'xa-tan-an/O Ro T9.xlsx', sheet: 'Thành viên', cell: 'G8', row: 8 },
    args: {
      team: 'Tổ 1',
      otherFile: 'xa-tan-an/Rach Goc T9.xlsx',
      otherSheet: 'Thành viên',
      otherRow: 8,
    },
  },
});
