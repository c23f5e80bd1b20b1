import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S12',
  phase: 'sheet',
  vi: {
    title: 'Dòng không có trong biểu mẫu',
    message:
      'Bảng ghi theo chiều dọc có {count} dòng không rõ là chỉ tiêu nào của biểu mẫu: {header} (ô {places}); số ở đó không dùng.',
    why: 'Số liệu ở các dòng khác vẫn được tính bình thường.',
    fix: 'Nếu một dòng trong số này là chỉ tiêu của biểu mẫu, đề nghị sửa lại tên dòng cho đúng. Nếu là dòng ghi thêm, không cần sửa.',
  },
  en: {
    title: 'Rows not in the form',
    message:
      'Of the table laid downwards, {count row is|rows are} none of the form’s: {header} (cells {places}); their values are not used.',
    why: 'The values of the other rows are counted as usual.',
    fix: 'If one of them is meant to be one of the form’s, correct its name. If they are extras, nothing has to be done.',
  },
  example: {
    place: { file: 'xa-tan-an/Rach Goc A T9.xlsx', sheet: 'Báo cáo', cell: 'D14', row: 14 },
    args: { count: 2, header: '“Số lớp tập huấn”, “Số tin, bài”', places: 'D14, D15' },
  },
});
