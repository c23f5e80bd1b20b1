import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D20',
  phase: 'across-submissions',
  vi: {
    title: 'Dòng nam và dòng nữ được cộng lại',
    message:
      'Biểu “{form}” ghi riêng một dòng nam, một dòng nữ cho {count} ấp, khóm ({hamlets}), ở các dòng {rows}: số của ấp, khóm là tổng của hai dòng.',
    why: 'Cột “Giới tính” cho biết mỗi dòng chỉ là một phần. Hai dòng cộng lại là đủ mọi người; một trong hai để trống thì không biết tổng.',
    fix: 'Không cần sửa. Kỳ sau đề nghị ghi mỗi ấp, khóm một dòng, số nữ ở một cột riêng.',
  },
  en: {
    title: 'Rows of men and of women added up',
    message:
      'The form “{form}” has a row of men and one of women for {count hamlet|hamlets} ({hamlets}), in rows {rows}: their sum is the hamlet’s.',
    why: 'The column “Giới tính” says that each row is a part. Together they are everybody; where one of the two is blank, the sum is not known.',
    fix: 'Nothing has to be done. Next time put each hamlet in one row, with the women in a column of their own.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'TV', cell: 'C6', row: 6 },
    args: { form: 'members', count: 1, hamlets: 'Ấp Rạch Gốc', rows: '6–7' },
  },
});
