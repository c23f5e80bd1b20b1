import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-U08',
  phase: 'across-submissions',
  vi: {
    title: 'Ấp, khóm mới trùng tên ấp, khóm cũ',
    message:
      'Số liệu biểu “{form}” của {count} ấp, khóm ({hamlets}) ghi dưới tên vừa của ấp, khóm mới, vừa của một ấp, khóm cũ đã nhập vào đó; vì còn có số liệu của {name}[[ (tệp “{otherFile}”)]] nên được hiểu là của ấp, khóm cũ, và hai bên cộng lại.',
    why: 'Không thể biết số liệu ghi dưới tên ấy là của riêng ấp, khóm cũ hay đã là của cả ấp, khóm mới. Nếu đã là của cả ấp, khóm mới thì cộng lại là tính hai lần. Mẫu số ghi ở đó không dùng.',
    fix: 'Đề nghị hỏi lại. Nếu đúng là của riêng ấp, khóm cũ, ghi “accept” cho dòng này vào decisions.csv. Nếu đã là của cả ấp, khóm mới, ghi “drop” cho các dòng của {name}.',
  },
  en: {
    title: 'A name that a merged hamlet shares with an old one',
    message:
      'The form “{form}” of {count hamlet|hamlets} ({hamlets}) came under a name that the merged hamlet shares with an old one; as there are figures of {name} too[[ (file “{otherFile}”)]], it was taken for the old one’s, and the two were added up.',
    why: 'Nobody can tell whether what bears that name is of the old hamlet alone or of all of the new one. If it is of all, adding the other counts it twice. A baseline that it states is not used.',
    fix: 'Ask the sender. If it is of the old hamlet alone, write “accept” for this row in decisions.csv. If it is of all of the new one, write “drop” for the rows of {name}.',
  },
  example: {
    place: { file: 'xa-tan-an/Rach Goc T9.xlsx', sheet: 'Hộ', cell: 'A5', row: 5 },
    args: {
      count: 1,
      hamlets: 'Ấp Rạch Gốc',
      form: 'households',
      name: 'Ấp Ô Rô',
      otherFile: 'xa-tan-an/O Ro T9.xlsx',
    },
  },
});
