import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-B01',
  phase: 'submission',
  vi: {
    title: 'Mẫu số khác danh mục',
    message:
      '{baseline} ghi trong báo cáo là {stated}, trong danh mục là {registry}; đã dùng số của danh mục.',
    why: 'Tỷ lệ phải tính trên cùng một mẫu số cho mọi đơn vị, nên lấy số đã thống nhất trong danh mục.',
    fix: 'Đề nghị xem số nào đúng. Nếu danh mục đã cũ, đề nghị báo người phụ trách danh mục cập nhật.',
  },
  en: {
    title: 'Baseline differs from the registry',
    message:
      '{baseline}: the report says {stated}, the registry {registry}; the registry’s was used.',
    why: 'Ratios must rest on the same denominators everywhere, so the agreed figure of the registry is used.',
    fix: 'See which one is right. If the registry is out of date, ask its keeper to update it.',
  },
  example: {
    place: { file: 'huyen-u-minh/Tong hop.xlsx', sheet: 'Tổng hợp', cell: 'C8', row: 8 },
    args: { baseline: 'eligible_citizens', stated: 1312, registry: 1250 },
  },
});
