import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-F07',
  phase: 'file',
  vi: {
    title: 'Đuôi tệp không đúng nội dung',
    message: 'Tên tệp có đuôi {extension} nhưng nội dung là {kind}; đã đọc theo nội dung.',
    why: 'Số liệu vẫn được tính, nhưng Excel có thể báo lỗi khi mở tệp này.',
    fix: 'Không bắt buộc sửa. Nếu tiện, đề nghị mở tệp, lưu lại dạng .xlsx để lần sau dùng.',
  },
  en: {
    title: 'File name and content differ',
    message:
      'The file name ends in {extension} but the content is {kind}; it was read as its content.',
    why: 'The figures are counted, but Excel may complain when it opens the file.',
    fix: 'Nothing has to be done. If convenient, save the file as .xlsx for next time.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xls' },
    args: { extension: '.xls', kind: 'html' },
  },
});
