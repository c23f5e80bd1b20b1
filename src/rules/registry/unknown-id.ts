import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G11',
  phase: 'registry',
  vi: {
    title: 'Mã mẫu số, chỉ tiêu không có',
    message: 'Cột “{column}” ghi “{found}” là mã không có; {rows} dòng ghi mã này không được dùng.',
    why: 'Viết sai mã thì mẫu số không được dùng và tỷ lệ để trống, chỉ tiêu kế hoạch không hiện ra, mà không có gì báo.',
    fix: 'Đề nghị sửa mã cho đúng. Mẫu số, chỉ tiêu riêng của tỉnh thì khai báo trong ccds.config.json.',
  },
  en: {
    title: 'Unknown baseline or indicator',
    message:
      'The column “{column}” says “{found}”, and there is none; {rows row is|rows are} not used.',
    why: 'A mistyped id leaves a ratio blank or a target out of sight, and nothing would tell.',
    fix: "Correct the id. A province's own baselines and indicators are declared in ccds.config.json.",
  },
  example: {
    place: { file: 'baselines.csv', row: 27 },
    args: { column: 'baseline', found: 'household', rows: 12 },
  },
});
