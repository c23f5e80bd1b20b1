import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G02',
  phase: 'registry',
  vi: {
    title: 'Thừa khoảng trắng trong danh mục',
    message: '“{found}” có khoảng trắng thừa; đã bỏ đi khi đọc.',
    why: 'Khoảng trắng thừa nhìn không thấy nhưng dễ làm hai tên giống nhau thành khác nhau.',
    fix: 'Đề nghị xóa khoảng trắng thừa trong danh mục đơn vị.',
  },
  en: {
    title: 'Stray spaces in the registry',
    message: '“{found}” has stray spaces; they were dropped when read.',
    why: 'Spaces that nobody sees easily make two equal names differ.',
    fix: 'Delete the stray spaces in the registry.',
  },
  example: { place: { file: 'units.csv', cell: 'B14', row: 14 }, args: { found: ' Xã Tân Ân' } },
});
