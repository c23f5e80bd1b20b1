import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-P03',
  phase: 'period',
  vi: {
    title: 'Không ghi kỳ báo cáo',
    message: 'Trang tính không ghi kỳ báo cáo; đã coi là của {wanted}.',
    why: 'Số liệu vẫn được tính cho kỳ đang tổng hợp, nên cần chắc rằng đây không phải báo cáo cũ.',
    fix: 'Không bắt buộc sửa. Từ lần sau, đề nghị ghi ở đầu trang tính, ví dụ “Kỳ báo cáo: Tháng 9/2024”.',
  },
  en: {
    title: 'Period not stated',
    message: 'The sheet states no period; it was taken for {wanted}.',
    why: 'The figures are counted in the period asked for, so make sure that this is not an old report.',
    fix: 'Nothing has to be done. Next time, state it at the top of the sheet, such as “Kỳ báo cáo: Tháng 9/2024”.',
  },
  example: { place: { file: 'xa-tan-an/Bao cao.xlsx', sheet: 'Hộ' }, args: { wanted: '2024-09' } },
});
