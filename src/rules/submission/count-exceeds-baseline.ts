import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-B03',
  phase: 'submission',
  vi: {
    title: 'Số lớn hơn mẫu số',
    message: '“{indicator}” là {value}, lớn hơn mẫu số {baseline}[[; tỷ lệ vượt {over}%]].',
    why: 'Tỷ lệ vẫn được tính và để nguyên, nhưng vượt 100% nghĩa là số báo cáo hoặc mẫu số có chỗ chưa đúng.',
    fix: 'Đề nghị xem lại số báo cáo. Nếu số này đúng, đề nghị báo người phụ trách danh mục cập nhật mẫu số.',
  },
  en: {
    title: 'Count larger than its baseline',
    message:
      '“{indicator}” is {value}, larger than its baseline {baseline}[[; the rate is above {over}%]].',
    why: 'The rate is shown as it comes out, but above 100% either the figure or the baseline is not right.',
    fix: 'Check the figure. If it is right, ask the keeper of the registry to update the baseline.',
  },
  example: {
    place: { file: 'huyen-u-minh/Tong hop.xlsx', sheet: 'Tổng hợp', row: 8 },
    args: { indicator: 'eid_accounts', value: 1312, baseline: 1250, over: 100 },
  },
});
