import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-U07',
  phase: 'row',
  vi: {
    title: 'Nhận theo tên gọi khác',
    message: '“{name}” được hiểu là {unit} theo bảng tên gọi khác.',
    why: 'Bảng tên gọi khác do người phụ trách lập và duyệt, nên số liệu được tính bình thường.',
    fix: 'Không cần sửa. Nếu hiểu như vậy là sai, đề nghị báo người phụ trách sửa bảng tên gọi khác.',
  },
  en: {
    title: 'Matched by an alias',
    message: '“{name}” was read as {unit}, by the table of aliases.',
    why: 'The table was made and approved by a person, so the figures are counted as usual.',
    fix: 'Nothing has to be done. If the match is wrong, ask the keeper of the table to correct it.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ', cell: 'B9', row: 9 },
    args: { name: 'Rạch Gốc', unit: 'Ấp Rạch Gốc A' },
  },
});
