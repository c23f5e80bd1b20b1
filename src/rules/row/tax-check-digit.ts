import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R10',
  phase: 'row',
  vi: {
    title: 'Mã số thuế sai',
    message: 'Mã số thuế {found} sai chữ số kiểm tra (chữ số thứ 10).',
    why: 'Mã số thuế có một chữ số để tự kiểm tra. Không khớp thường là gõ nhầm hoặc thiếu một chữ số.',
    fix: 'Đề nghị đối chiếu với giấy đăng ký thuế và sửa lại mã số thuế.',
  },
  en: {
    title: 'Wrong tax code',
    message: 'The tax code {found} has a wrong check digit (the 10th).',
    why: 'A tax code carries a digit to check itself. If it fails, a digit is usually mistyped or missing.',
    fix: 'Compare it with the tax registration and correct it.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ kinh doanh', cell: 'D9', row: 9 },
    args: { found: '•••218' },
  },
});
