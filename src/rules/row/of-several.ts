import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R19',
  phase: 'row',
  vi: {
    title: 'Dòng của danh sách ghi số lượng lớn hơn 1',
    message:
      'Cột “{header}” ghi {found} ở dòng này: có lẽ dòng này là của cả nhóm, nhưng hiện chỉ tính là một.[[ Cột này có {cells} ô như vậy: {places}.]]',
    why: 'Danh sách thì mỗi dòng tính là một người, một hộ hay một cơ sở. Dòng ghi chung cho cả nhóm làm số liệu thấp hơn thực tế.',
    fix: 'Đề nghị ghi mỗi người, mỗi hộ, mỗi cơ sở một dòng, hoặc gửi biểu số đếm của cả ấp, khóm. Nếu số ấy là điều khác thì đề nghị sửa tiêu đề cột.',
  },
  en: {
    title: 'A list’s row says that it is of more than one',
    message:
      'The column “{header}” says {found} in this row: the row may be of a whole group, but it counts as one.[[ This column has {cells} such cells: {places}.]]',
    why: 'In a list each row counts as one person, household or merchant. One row for a whole group makes the figure too low.',
    fix: 'Give each person, household or merchant a row of its own, or send a tally of the whole hamlet. If the number means something else, correct the heading.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'HO', cell: 'E7', row: 7 },
    args: { header: 'Số hộ', found: '15', cells: 4, places: 'E7, E8, E9, E10' },
  },
});
