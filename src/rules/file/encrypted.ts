import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-F02',
  phase: 'file',
  vi: {
    title: 'Tệp có mật khẩu',
    message: 'Tệp được bảo vệ bằng mật khẩu nên không mở được.',
    why: 'Không lấy được số liệu nào trong tệp, nên cả tệp không được tính vào tổng hợp.',
    fix: 'Đề nghị bỏ mật khẩu mở tệp (trong Excel: Tệp › Thông tin › Bảo vệ sổ làm việc), lưu lại rồi gửi lại. Nếu là tệp nén, đề nghị giải nén rồi gửi các tệp bên trong.',
  },
  en: {
    title: 'File with a password',
    message: 'The file is protected by a password and could not be opened.',
    why: 'Nothing in the file can be used, so none of it is counted.',
    fix: 'Remove the password (in Excel: File › Info › Protect Workbook), save the file and send it again. If it is an archive, unpack it and send the files inside.',
  },
  example: { place: { file: 'xa-tan-an/Bao cao T9.xlsx' }, args: {} },
});
