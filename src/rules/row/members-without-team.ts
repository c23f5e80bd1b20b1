import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-X04',
  phase: 'row',
  vi: {
    title: 'Có thành viên mà không có tổ',
    message: '“Số tổ” là 0 mà có {members} thành viên.',
    why: 'Thành viên nào cũng thuộc một tổ, nên có một số ghi sai. Cả hai số vẫn được tính như đã ghi.',
    fix: 'Đề nghị ghi đúng số tổ. Nếu ấp/khóm không có tổ thì ghi 0 thành viên.',
  },
  en: {
    title: 'Members without a team',
    message: 'The number of teams is 0, but {members member is|members are} given.',
    why: 'Every member belongs to a team, so one of the figures is mistaken. Both are counted as written.',
    fix: 'Fill in the number of teams. If the hamlet has none, write 0 members.',
  },
  example: {
    place: { file: 'huyen-u-minh/Tong hop.xlsx', sheet: 'Tổng hợp', cell: 'C8', row: 8 },
    args: { members: 5 },
  },
});
