import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-B02',
  phase: 'registry',
  vi: {
    title: 'Mẫu số khác tổng cấp dưới',
    message:
      '{baseline} của đơn vị là {own}, tổng của các đơn vị trực thuộc là {sum}; đã dùng số của đơn vị.',
    why: 'Tỷ lệ của đơn vị và của các đơn vị trực thuộc đang tính trên hai mẫu số không khớp nhau.',
    fix: 'Đề nghị xem lại các dòng của đơn vị và các đơn vị trực thuộc trong tệp baselines của danh mục, sửa số sai.',
  },
  en: {
    title: 'Baseline differs from the sum below',
    message:
      '{baseline}: the unit’s own is {own}, the sum of the units below is {sum}; its own was used.',
    why: 'The rates of the unit and of the units below rest on denominators that do not agree.',
    fix: 'Check the rows of the unit and of those below in the registry’s baselines, and correct the one that is wrong.',
  },
  example: {
    place: { file: 'baselines.csv', row: 14 },
    args: { baseline: 'households', own: 301639, sum: 301600 },
  },
});
