import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-T05',
  phase: 'submission',
  vi: {
    title: 'Tên tổ, số tổ để trống ở một số dòng',
    message:
      'Có[[ {count} thành viên để trống “Tên tổ” (dòng {rows}) trong khi các dòng khác có ghi; những người này được tính là một tổ nữa]][[ {units} ấp, khóm có thành viên mà “Số tổ” để trống hoặc không phải là số (dòng {lines}), trong khi các dòng khác có ghi; mỗi ấp, khóm ấy được tính là có một tổ]].',
    why: 'Ô trống không cho biết là cùng tổ với dòng trên hay là một tổ khác, mà số tổ thì phải đúng.',
    fix: 'Đề nghị ghi tên tổ cho từng người, hoặc gộp ô “Tên tổ” của những người cùng tổ; ở biểu số đếm thì ghi “Số tổ” của từng ấp, khóm.',
  },
  en: {
    title: 'Some rows without the name of their team, or the number of teams',
    message:
      '[[{count member has|members have} no team’s name (rows {rows}), where others have one; they count as one further team]][[{units hamlet has|hamlets have} members and no number of teams that can be read (rows {lines}), where others have one; each counts as having one team]].',
    why: 'A blank cell does not say whether it is the team above or another one, and the number of teams has to be right.',
    fix: 'Give each person’s team, or merge the cells of those who are in one; in a tally the number of teams of each hamlet.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Thành viên', cell: 'F6', row: 6 },
    args: { count: 6, rows: '6, 7, 8, 9, 11, …', units: '', lines: '' },
  },
});
