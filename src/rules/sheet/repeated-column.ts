import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S09',
  phase: 'sheet',
  vi: {
    title: 'Hai cột trùng tiêu đề',
    message: 'Cột “{header}” trùng với cột ở {first}; chỉ dùng cột đầu.',
    why: 'Không biết cột nào mới đúng, nên số liệu ở cột sau không được tính.',
    fix: 'Đề nghị xóa bớt một cột, hoặc sửa lại tiêu đề của cột bị nhầm.',
  },
  en: {
    title: 'Two columns with one header',
    message: 'The column “{header}” repeats the one at {first}; only the first is used.',
    why: 'It is not known which of the two is right, so the later one is not counted.',
    fix: 'Delete one of the columns, or correct the header that is mistaken.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Định danh', cell: 'F6', row: 6 },
    args: { header: 'Mức 1', first: 'D6' },
  },
});
