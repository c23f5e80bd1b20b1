import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-U02',
  phase: 'row',
  vi: {
    title: 'Trùng tên đơn vị',
    message: '“{name}” có thể là nhiều đơn vị: {choices}.',
    why: 'Chỉ có tên thì không biết là đơn vị nào, nên số liệu chưa được tính.',
    fix: 'Đề nghị ghi rõ thêm xã, phường, huyện của đơn vị, hoặc ghi mã đơn vị thay cho tên.',
  },
  en: {
    title: 'Ambiguous unit',
    message: '“{name}” can be any of several units: {choices}.',
    why: 'The name alone does not tell which is meant, so the figures are not counted yet.',
    fix: 'Add the commune or district, or write the unit’s code in place of its name.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ', cell: 'A2', row: 2 },
    args: { name: 'Phường 1', choices: '31999 Phường 1, 32011 Phường 1' },
  },
});
