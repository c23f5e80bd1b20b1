import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S05',
  phase: 'sheet',
  vi: {
    title: 'Cột không có trong biểu mẫu',
    message: 'Không rõ cột “{header}” là cột nào của biểu mẫu; số liệu trong cột này không dùng.',
    why: 'Số liệu ở các cột khác vẫn được tính bình thường.',
    fix: 'Nếu cột này là một cột của biểu mẫu, đề nghị sửa lại tiêu đề. Nếu là cột ghi thêm, không cần sửa.',
  },
  en: {
    title: 'Column not in the form',
    message: 'The column “{header}” is none of the form’s; its values are not used.',
    why: 'The values of the other columns are counted as usual.',
    fix: 'If it is meant to be one of the form’s columns, correct its header. If it is an extra, nothing has to be done.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Thành viên', cell: 'H5', row: 5 },
    args: { header: 'Trình độ' },
  },
});
