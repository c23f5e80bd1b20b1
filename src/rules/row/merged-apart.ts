import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R17',
  phase: 'row',
  vi: {
    title: 'Một ô tên gộp, hai dòng tính riêng',
    message:
      'Ô tên gộp từ dòng {otherRow} xuống dòng này, nhưng {field} ở hai dòng khác nhau; cả hai dòng đều được tính.',
    why: 'Cùng tên mà khác địa chỉ hay số định danh thì tính riêng, nhưng một ô tên gộp thường là của một hộ, một người: khi ấy đang tính hai lần.',
    fix: 'Nếu là một, đề nghị để lại một dòng. Nếu là hai, đề nghị bỏ gộp ô và ghi đủ tên từng dòng.',
  },
  en: {
    title: 'One merged name, rows counted apart',
    message:
      'The name’s cell is merged from row {otherRow} down to this one, but {field} differs between the two; both are counted.',
    why: 'Rows of one name with different addresses or identity numbers are counted apart, but a merged name is mostly one household’s or one person’s, which then counts twice.',
    fix: 'If it is one, leave a single row. If they are two, split the cell and write both names.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ', cell: 'C9', row: 9 },
    args: { otherRow: 8, field: 'address' },
  },
});
