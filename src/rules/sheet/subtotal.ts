import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S07',
  phase: 'sheet',
  vi: {
    title: 'Dòng cộng không khớp',
    message:
      'Dòng cộng ghi {found}, nhưng[[ các dòng {rows} cộng lại được]][[ dòng {line} ghi]][[ các ô {places} cộng lại được]][[ ô {cell} ghi]][[ các ấp, khóm ({hamlets}) cộng lại được]] {expected}.',
    why: 'Dòng cộng không dùng để tính; số tổng hợp lấy từ từng dòng. Riêng cột tổng cạnh các cột của từng tuần là số được tính. Lệch nghĩa là một trong hai bên sai.',
    fix: 'Đề nghị xem lại từng dòng và dòng cộng, sửa chỗ sai rồi gửi lại.',
  },
  en: {
    title: 'Subtotal does not add up',
    message:
      'The subtotal is {found}, but[[ rows {rows} add up to]][[ row {line} says]][[ cells {places} add up to]][[ cell {cell} says]][[ the hamlets ({hamlets}) add up to]] {expected}.',
    why: 'Subtotals are not counted, the rows are; a total beside columns of weeks is what counts. A difference means that one of the two is wrong.',
    fix: 'Check the rows and the subtotal, correct what is wrong and send the file again.',
  },
  example: {
    place: { file: 'huyen-u-minh/Tong hop.xlsx', sheet: 'Tổng hợp', cell: 'E15', row: 15 },
    args: {
      found: 1250,
      expected: 1245,
      rows: '7–14',
      line: '',
      places: '',
      cell: '',
      hamlets: '',
    },
  },
});
