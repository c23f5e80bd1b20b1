import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-F04',
  phase: 'file',
  vi: {
    title: 'Định dạng chưa đọc được',
    message: 'Chưa đọc được loại tệp này[[: {kind}]].',
    why: 'Không lấy được số liệu nào trong tệp, nên cả tệp không được tính vào tổng hợp.',
    fix: 'Đề nghị mở tệp bằng phần mềm đã lập ra nó, lưu thành .xlsx rồi gửi lại. Nếu là tệp nén, đề nghị giải nén rồi gửi các tệp bên trong.',
  },
  en: {
    title: 'Format not supported',
    message: 'Files of this kind are not read[[: {kind}]].',
    why: 'Nothing in the file can be used, so none of it is counted.',
    fix: 'Open the file in the program that made it, save it as .xlsx and send it again. If it is an archive, unpack it and send the files inside.',
  },
  example: { place: { file: 'xa-tan-an/Bao cao T9.xlsb' }, args: { kind: 'xlsb' } },
});
