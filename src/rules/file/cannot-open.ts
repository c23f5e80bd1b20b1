import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-F09',
  phase: 'file',
  vi: {
    title: 'Không mở được',
    message: 'Không mở được tệp hoặc thư mục này: {reason}.',
    why: 'Không lấy được số liệu nào ở đây, nên không được tính vào tổng hợp.',
    fix: 'Đề nghị đóng tệp nếu đang mở ở máy khác, kiểm tra quyền đọc tệp và thư mục, rồi chạy lại.',
  },
  en: {
    title: 'Cannot be opened',
    message: 'This file or folder could not be opened: {reason}.',
    why: 'Nothing in it can be used, so none of it is counted.',
    fix: 'Close the file if it is open elsewhere, check the permission to read the file and its folder, and run again.',
  },
  example: { place: { file: 'xa-tan-an/Bao cao T9.xlsx' }, args: { reason: 'EACCES' } },
});
