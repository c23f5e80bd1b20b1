import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C03',
  phase: 'period',
  vi: {
    title: 'Lũy kế lấy bằng số trong kỳ',
    message:
      'Chưa có số kỳ trước nên số hộ lũy kế của {units} ấp/khóm được lấy bằng số hộ trong kỳ.',
    why: 'Danh sách hộ chỉ có số trong kỳ. Nếu các kỳ trước đã hỗ trợ hộ, lũy kế thật sẽ cao hơn số này.',
    fix: 'Nếu có số lũy kế, đề nghị gửi biểu tổng hợp có cột “Lũy kế”. Nếu đây là kỳ đầu tiên, không cần sửa.',
  },
  en: {
    title: 'Cumulative figure taken from the period',
    message:
      'There is no earlier period, so the cumulative households of {units} hamlets are those of this period.',
    why: "A list of households has the period's figure alone. If households were assisted before, the true total is higher.",
    fix: 'If the cumulative figure is known, send the tally with its column “Lũy kế”. In a first period nothing has to be done.',
  },
  example: { place: { file: '' }, args: { units: 883 } },
});
