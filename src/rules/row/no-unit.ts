import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-U06',
  phase: 'row',
  vi: {
    title: 'Không rõ ấp/khóm',
    message:
      'Không rõ dòng này là của ấp/khóm nào.[[ Dòng chỉ ghi “{name}”, cần ghi riêng số liệu của từng ấp/khóm.]]',
    why: 'Số liệu được cộng theo ấp/khóm; không biết ấp/khóm thì không tính được.',
    fix: 'Đề nghị ghi tên ấp/khóm vào cột “Ấp/Khóm” của dòng này, hoặc ghi một lần ở đầu trang tính.',
  },
  en: {
    title: 'Hamlet not known',
    message:
      'Nothing says which hamlet this row is of.[[ It names “{name}” alone; each hamlet needs a row of its own.]]',
    why: 'Figures are added up by hamlet; without one the row cannot be counted.',
    fix: 'Write the hamlet in the column “Ấp/Khóm” of this row, or once at the top of the sheet.',
  },
  example: {
    place: { file: 'huyen-u-minh/Tong hop.xlsx', sheet: 'Hộ', cell: 'B9', row: 9 },
    args: { name: 'Xã Khánh Hòa' },
  },
});
