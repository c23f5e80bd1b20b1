import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S21',
  phase: 'sheet',
  vi: {
    title: 'Trang tính viết tiếp mà thiếu tiêu đề cột',
    message:
      'Các dòng của trang tính này có vẻ viết tiếp bảng ở trang trước nhưng không có tiêu đề cột, nên {rows} dòng chưa được tính.',
    why: 'Không có tiêu đề thì không biết cột nào là gì. Số thứ tự viết tiếp cho thấy đây là phần sau của một danh sách.',
    fix: 'Đề nghị chép dòng tiêu đề cột lên đầu trang này (hoặc chép các dòng này vào bảng ở trang trước) rồi gửi lại.',
  },
  en: {
    title: 'Sheet that goes on without a header',
    message:
      'The rows of this sheet seem to go on with a table on another one, but nothing heads their columns: {rows row is|rows are} not counted.',
    why: 'Without headings it is not known what each column holds. Running numbers that go on show that this is the rest of a list.',
    fix: 'Copy the column headings to the top of this sheet, or these rows into the other table, and send the file again.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Trang 2', cell: 'A1', row: 1 },
    args: { rows: 24 },
  },
});
