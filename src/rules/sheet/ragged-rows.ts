import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S08',
  phase: 'sheet',
  vi: {
    title: 'Dòng thừa hoặc thiếu ô',
    message: 'Có {rows} dòng thừa hoặc thiếu ô so với dòng tiêu đề, đầu tiên là dòng {first}.',
    why: 'Khi dấu phân cách bị thừa hay thiếu, số liệu có thể lệch sang cột khác.',
    fix: 'Đề nghị mở tệp bằng Excel, xem lại các dòng bị lệch cột, rồi lưu lại dạng .xlsx.',
  },
  en: {
    title: 'Rows with too many or too few cells',
    message:
      '{rows row has|rows have} more or fewer cells than the header; the first is row {first}.',
    why: 'A separator too many or too few can move values to another column.',
    fix: 'Open the file in Excel, put the shifted rows right, and save it as .xlsx.',
  },
  example: {
    place: { file: 'xa-tan-an/dinh-danh.csv', row: 1204 },
    args: { rows: 3, first: 1204 },
  },
});
