import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S27',
  phase: 'sheet',
  vi: {
    title: 'Dấu ngoặc kép không đóng',
    message:
      'Dấu ngoặc kép (") mở đầu một ô ở dòng {first} không có dấu đóng; ccds coi đó là chữ thường và đọc tiếp từng dòng.',
    why: 'Trong tệp CSV, dấu ngoặc kép ở đầu ô mở ra một đoạn chữ, hết ở dấu ngoặc kép kế tiếp. Không có dấu đóng thì hoặc là dấu ấy gõ thừa, hoặc là tệp bị cắt mất phần cuối.',
    fix: 'Đề nghị xem dòng ấy và dòng cuối cùng của tệp: nếu tệp còn thiếu dòng thì gửi lại bản đủ; nếu không thì bỏ dấu ngoặc kép, hoặc lưu lại dạng .xlsx.',
  },
  en: {
    title: 'A quotation mark that is not closed',
    message:
      'A quotation mark (") that begins a cell in row {first} is never closed; it was taken for text, and the rows after it were read one by one.',
    why: 'In a CSV a quotation mark at the beginning of a cell opens a text that ends with the next such mark. Where there is none, either it was typed by mistake, or the end of the file is missing.',
    fix: 'Look at that row and at the last row of the file: if rows are missing, send the whole file; if not, take the quotation mark out, or save the file as .xlsx.',
  },
  example: {
    place: { file: 'xa-tan-an/dinh-danh.csv', row: 18 },
    args: { first: 18 },
  },
});
