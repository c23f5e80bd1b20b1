import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C03',
  phase: 'period',
  vi: {
    title: 'Lũy kế lấy bằng số trong kỳ',
    message:
      'Chưa có số lũy kế của kỳ trước nên số hộ lũy kế của {units} ấp/khóm được tính từ số hộ trong kỳ này; số hộ của các kỳ chưa có báo cáo, nếu có, chưa được cộng vào.',
    why: 'Danh sách hộ chỉ có số trong kỳ, và các kỳ trước không có báo cáo hoặc để trống cột “Lũy kế”. Nếu khi đó đã hỗ trợ hộ, lũy kế thật sẽ cao hơn số này.',
    fix: 'Nếu có số lũy kế, đề nghị gửi biểu số đếm có cột “Lũy kế”. Nếu đây là kỳ đầu tiên, không cần sửa.',
  },
  en: {
    title: 'Cumulative figure taken from the period',
    message:
      'No cumulative figure of an earlier period is known, so the cumulative households of {units hamlet|hamlets} count from this period; households of periods without a report, if any, are not in it.',
    why: 'A list of households has the period’s figure alone, and earlier periods were not reported or left “Lũy kế” blank. If households were assisted then, the true total is higher.',
    fix: 'If the cumulative figure is known, send the tally with its column “Lũy kế”. In a first period nothing has to be done.',
  },
  example: { place: { file: '' }, args: { units: 883 } },
});
