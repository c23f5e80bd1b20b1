import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R08',
  phase: 'row',
  vi: {
    title: 'Số định danh lạ đầu số',
    message:
      'Số định danh {found} bắt đầu bằng {prefix}, không phải mã của tỉnh, thành phố hay quốc gia nào.',
    why: 'Ba chữ số đầu của số định danh cá nhân là mã nơi đăng ký khai sinh. Mã lạ thường là do gõ nhầm.',
    fix: 'Đề nghị đối chiếu với thẻ căn cước và sửa lại nếu sai.',
  },
  en: {
    title: 'Identity number with an unknown prefix',
    message:
      'The identity number {found} begins with {prefix}, which is the code of no province or country.',
    why: 'The first three digits are the code of the place of birth registration. An unknown code is usually a slip.',
    fix: 'Compare it with the identity card and correct it if it is wrong.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Định danh', cell: 'C12', row: 12 },
    args: { found: '•••456', prefix: '099' },
  },
});
