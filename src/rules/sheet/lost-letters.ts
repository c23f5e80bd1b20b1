import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S16',
  phase: 'sheet',
  vi: {
    title: 'Chữ có dấu đã mất khi lưu',
    message: 'Khi lưu tệp, chữ có dấu đã mất, chỉ còn dấu “?”, “_” hoặc “�” (ô {lost}).',
    why: 'Bảng vẫn được đọc, nhưng họ tên, địa chỉ không còn đúng nên dễ sót người trùng; tên ấp/khóm thiếu chữ thì không nhận ra.',
    fix: 'Đề nghị mở tệp gốc, lưu lại thành .xlsx hoặc “CSV UTF-8” rồi gửi lại.',
  },
  en: {
    title: 'Letters lost when saved',
    message:
      'Accented letters were lost when the file was saved, only “?”, “_” or “�” is left (cells {lost}).',
    why: 'The table is read all the same, but names and addresses are no longer right, so that duplicates may be missed, and a hamlet whose letters are gone is not recognised.',
    fix: 'Open the original, save it as .xlsx or “CSV UTF-8”, and send it again.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.csv' },
    args: { lost: 'B2, B3, B4' },
  },
});
