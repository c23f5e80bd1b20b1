import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S12',
  phase: 'sheet',
  vi: {
    title: 'Số không dùng trong bảng theo chiều dọc',
    message:
      'Bảng ghi theo chiều dọc có {count} dòng có số không dùng: {header} (ô {places}). Đó không phải chỉ tiêu của biểu mẫu, hoặc chỉ tiêu ấy đã lấy ở ô khác.',
    why: 'Số liệu ở các dòng khác vẫn được tính bình thường.',
    fix: 'Nếu một dòng trong số này là chỉ tiêu của biểu mẫu, đề nghị sửa lại tên dòng cho đúng. Nếu là dòng ghi thêm, không cần sửa.',
  },
  en: {
    title: 'Figures of a table laid downwards that are not used',
    message:
      'Of the table laid downwards, the figures of {count row|rows} are not used: {header} (cells {places}). They are none of the form’s, or what they tell was taken from another cell.',
    why: 'The values of the other rows are counted as usual.',
    fix: 'If one of them is meant to be one of the form’s, correct its name. If they are extras, nothing has to be done.',
  },
  example: {
    place: { file: 'xa-tan-an/Rach Goc A T9.xlsx', sheet: 'Báo cáo', cell: 'D14', row: 14 },
    args: { count: 2, header: '“Số lớp tập huấn”, “Số tin, bài”', places: 'D14, D15' },
  },
});
