import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D10',
  phase: 'across-submissions',
  vi: {
    title: 'Cộng từ nhiều tệp',
    message:
      'Số liệu biểu “{form}” của {count} ấp, khóm ({hamlets}) được cộng với số liệu trong tệp “{otherFile}”.',
    why: 'Tệp bổ sung, các tệp của những tổ khác nhau trong một ấp/khóm, của các ấp/khóm đã sáp nhập làm một, hoặc mỗi tuần một tệp, được cộng lại chứ không thay nhau.',
    fix: 'Không cần sửa. Nếu tệp này để thay tệp kia, đề nghị ghi “bản sửa” hoặc “lần 2” ở tên tệp rồi gửi lại.',
  },
  en: {
    title: 'Added up from several files',
    message:
      'The form “{form}” of {count hamlet|hamlets} ({hamlets}) was added to that in the file “{otherFile}”.',
    why: 'A supplement, the files of different teams of one hamlet, those of hamlets that were merged into one, or those of the weeks of a month are added up; they do not replace each other.',
    fix: 'Nothing has to be done. If the file was to replace the other, put “bản sửa” or “lần 2” in its name and send it again.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9 bo sung.xlsx' },
    args: {
      count: 1,
      hamlets: 'Ấp Rạch Gốc A',
      form: 'households',
      otherFile: 'xa-tan-an/Bao cao T9.xlsx',
    },
  },
});
