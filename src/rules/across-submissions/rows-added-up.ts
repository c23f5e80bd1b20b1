import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D20',
  phase: 'across-submissions',
  vi: {
    title: 'Dòng nam và dòng nữ, hoặc dòng của từng tổ, được cộng lại',
    message:
      'Biểu “{form}” ghi {count} ấp, khóm ({hamlets}) thành nhiều phần:[[ riêng nam, riêng nữ, ở các dòng {rows}]][[ mỗi tổ (hay tuyến đường, chợ) một dòng, ở các dòng {teams}]][[ riêng từng tổ, hoặc riêng nam, riêng nữ, ở các cột {places}]]. Số của ấp, khóm là tổng của các phần đó.',
    why: 'Mỗi dòng, mỗi cột ấy chỉ là một phần của ấp, khóm: nam hay nữ, tổ này hay tổ kia. Cộng lại mới đủ; một phần để trống thì không biết tổng.',
    fix: 'Không cần sửa. Kỳ sau đề nghị ghi mỗi ấp, khóm một dòng, số nữ và số tổ ở cột riêng.',
  },
  en: {
    title: 'Rows of men and of women, or of teams, added up',
    message:
      'The form “{form}” has several parts for {count hamlet|hamlets} ({hamlets}):[[ men and women apart, in rows {rows}]][[ one of each team (street, market), in rows {teams}]][[ one of each team, or men and women apart, in columns {places}]]. Their sum is the hamlet’s.',
    why: 'Each of them is a part of the hamlet: its men or its women, one team or another. Together they are all of it; where one of them is blank, the sum is not known.',
    fix: 'Nothing has to be done. Next time put each hamlet in one row, with the women and the number of teams in columns of their own.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'TV', cell: 'C6', row: 6 },
    args: { form: 'members', count: 1, hamlets: 'Ấp Rạch Gốc', rows: '6–7', teams: '', places: '' },
  },
});
