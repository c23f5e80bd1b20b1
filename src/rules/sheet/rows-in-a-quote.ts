import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S26',
  phase: 'sheet',
  vi: {
    title: 'Nhiều dòng nằm trong một ô',
    message:
      'Có {rows} dòng nằm gọn trong một ô vì dấu ngoặc kép (") ở dòng {first} không đóng đúng chỗ; các dòng ấy không được tính.',
    why: 'Trong tệp CSV, dấu ngoặc kép ở đầu ô mở ra một đoạn chữ, kéo dài qua các dòng sau cho đến dấu ngoặc kép kế tiếp. Một dấu gõ thừa hay ghi thay “như trên” có thể nuốt cả các dòng sau nó.',
    fix: 'Đề nghị mở tệp bằng Excel, bỏ hoặc viết đủ dấu ngoặc kép ở dòng ấy, xem các dòng sau có đủ không, rồi lưu lại dạng .xlsx.',
  },
  en: {
    title: 'Rows within one cell',
    message:
      '{rows row lies|rows lie} uncounted within one cell, as a quotation mark (") in row {first} is not closed in its place.',
    why: 'In a CSV a quotation mark at the beginning of a cell opens a text that goes on over the next lines to the next such mark. One that was typed by mistake, or for “the same as above”, can swallow the rows after it.',
    fix: 'Open the file in Excel, take the quotation mark out or write its fellow, see that all rows are there, and save it as .xlsx.',
  },
  example: {
    place: { file: 'xa-tan-an/dinh-danh.csv', row: 18 },
    args: { rows: 2, first: 18 },
  },
});
