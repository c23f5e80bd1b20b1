import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G11',
  phase: 'registry',
  vi: {
    title: 'Không có mẫu số, chỉ tiêu này',
    message:
      'Cột “{column}” ghi “{found}”, không phải mã nào đã khai báo; {rows} dòng ghi mã này không được dùng.',
    why: 'Viết sai mã thì mẫu số không được dùng và tỷ lệ để trống, kế hoạch không hiện ra, mà không có gì báo.',
    fix: 'Đề nghị sửa mã cho đúng. Mẫu số, chỉ tiêu riêng của tỉnh thì khai báo trong ccds.config.json.',
  },
  en: {
    title: 'Unknown baseline or indicator',
    message:
      'The column “{column}” says “{found}”, which is no declared id; {rows row is|rows are} not used.',
    why: 'A mistyped id leaves a ratio blank or a target out of sight, and nothing would tell.',
    fix: 'Correct the id. A province’s own baselines and indicators are declared in ccds.config.json.',
  },
  example: {
    place: { file: 'baselines.csv', row: 27 },
    args: { column: 'baseline', found: 'household', rows: 12 },
  },
});
