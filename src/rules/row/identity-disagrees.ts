import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R09',
  phase: 'row',
  vi: {
    title: 'Số định danh không khớp',
    message: 'Số định danh {found} ứng với {says}, nhưng cột “{field}” ghi {column}.',
    why: 'Chữ số thứ tư đến thứ sáu của số định danh cá nhân cho biết giới tính và năm sinh. Không khớp là có chỗ ghi sai.',
    fix: 'Đề nghị đối chiếu với thẻ căn cước, sửa số định danh hoặc cột “{field}”.',
  },
  en: {
    title: 'Identity number disagrees',
    message: 'The identity number {found} says {says}, but the column “{field}” says {column}.',
    why: 'The fourth to sixth digits give the sex and the year of birth. If they disagree, something is mistaken.',
    fix: 'Compare with the identity card, and correct the number or the column “{field}”.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Định danh', cell: 'C12', row: 12 },
    args: { found: '•••456', says: '1985', field: 'born_on', column: '1958' },
  },
});
