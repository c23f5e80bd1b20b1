import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-F01',
  phase: 'file',
  vi: {
    title: 'Tệp bị hỏng',
    message: 'Không đọc được tệp này: {reason}.',
    why: 'Không lấy được số liệu nào trong tệp, nên cả tệp không được tính vào tổng hợp.',
    fix: 'Đề nghị mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại. Nếu Excel cũng không mở được, đề nghị gửi lại bản gốc. Nếu là tệp nén, đề nghị giải nén rồi gửi các tệp bên trong.',
  },
  en: {
    title: 'Damaged file',
    message: 'This file could not be read: {reason}.',
    why: 'Nothing in the file can be used, so none of it is counted.',
    fix: 'Open the file in Excel, save it as .xlsx and send it again. If Excel cannot open it either, send the original again. If it is an archive, unpack it and send the files inside.',
  },
  example: { place: { file: 'xa-tan-an/Bao cao T9.xlsx' }, args: { reason: 'damaged' } },
});
