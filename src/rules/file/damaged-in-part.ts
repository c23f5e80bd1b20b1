import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-F13',
  phase: 'file',
  vi: {
    title: 'Tệp hỏng một phần',
    message: 'Tệp hỏng một phần: không đọc được {unread}. Các trang tính vẫn được đọc.',
    why: 'Thiếu định dạng ô thì không biết một số là số đếm hay là ngày: số từ 20.000 đến dưới 60.000 ở ô có định dạng được coi là ngày, và không biết dòng nào bị gạch ngang. Thiếu thuộc tính của tệp thì tệp nào nộp sau được xét theo ngày giờ của chính tệp.',
    fix: 'Đề nghị mở tệp bằng Excel (nếu Excel hỏi có sửa tệp không thì chọn Có), xem lại ngày tháng và các dòng bị gạch ngang, lưu lại rồi gửi lại.',
  },
  en: {
    title: 'File damaged in part',
    message: 'The file is damaged in part: {unread} could not be read. Its sheets were read.',
    why: 'Without the formats of cells a number may be a count or a date: from 20,000 to below 60,000, in a cell that has a format, it is taken for a date, and which rows are struck through is not known. Without the properties of the file, which of two files is the later is told by the time of the file itself.',
    fix: 'Open the file in Excel (if it asks whether to repair the file, say Yes), look at the dates and at rows that are struck through, save it and send it again.',
  },
  example: { place: { file: 'xa-tan-an/Bao cao T9.xlsx' }, args: { unread: 'formats' } },
});
