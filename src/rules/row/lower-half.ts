import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R16',
  phase: 'row',
  vi: {
    title: 'Ô tên gộp qua nhiều dòng',
    message:
      'Ô tên gộp từ dòng {otherRow} xuống dòng này nên hai dòng là của một người, một hộ kinh doanh: tính một lần, theo dòng {otherRow}; chỗ dòng {otherRow} để trống thì lấy ở dòng này.',
    why: 'Một người có hai chức vụ, hai số điện thoại thường được ghi thành hai dòng dưới một ô tên gộp; tính cả hai dòng thì người ấy thành hai người.',
    fix: 'Nếu là hai người, đề nghị bỏ gộp ô và ghi đủ tên từng dòng. Nếu là một người, nên ghi vào một dòng.',
  },
  en: {
    title: 'Name merged over several rows',
    message:
      'The name’s cell is merged from row {otherRow} down to this one, so both rows are one person’s or one merchant’s: counted once, by row {otherRow}; where that one is blank, what this one says is taken.',
    why: 'Somebody’s second position or telephone number is often written in a row of its own, below one merged name; with both rows counted the person becomes two.',
    fix: 'If they are two people, split the cell and write both names. If it is one, write it in one row.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'TV', cell: 'B9', row: 9 },
    args: { otherRow: 8 },
  },
});
