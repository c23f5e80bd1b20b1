import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D08',
  phase: 'across-submissions',
  vi: {
    title: 'Bản sau không có đủ ấp, khóm',
    message:
      'Tệp gửi sau ({otherFile}) không có[[ số liệu biểu “{form}” của {count} ấp, khóm: {hamlets}; vẫn dùng số liệu trong tệp này]][[ dòng {rows} (biểu “{form}”) của tệp này nữa; {lines} dòng ấy không rõ của ấp, khóm nào nên không được tính]].',
    why: 'Bản sau có thể chỉ sửa một phần, nên số liệu cũ được giữ. Nếu bản sau cố ý bỏ các ấp, khóm này thì đang tính thừa.',
    fix: 'Nếu bản sau chỉ sửa cho một số ấp, khóm thì không cần làm gì. Nếu bản sau ghi sót, đề nghị bổ sung rồi gửi lại. Nếu bản sau cố ý bỏ, ghi “drop” cho các dòng ấy của tệp này vào decisions.csv.',
  },
  en: {
    title: 'Hamlets missing in the later file',
    message:
      'The later file ({otherFile}) has no[[ figures of the form “{form}” for {count hamlet|hamlets} ({hamlets}); those of this file are kept]][[ row {rows} (form “{form}”) of this file any more; {lines row|rows} of no known hamlet: not counted]].',
    why: 'The later file may correct a part alone, so the older figures stay. If it left these hamlets out on purpose, they should not be counted.',
    fix: 'If the later file corrects some hamlets alone, nothing has to be done. If it forgot others, add them and send it again. If it left them out on purpose, write “drop” for their rows of this file in decisions.csv.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx' },
    args: {
      count: 2,
      hamlets: 'Ấp Đường Kéo, Ấp Ông Như',
      form: 'households',
      otherFile: 'xa-tan-an/Bao cao T9 lan 2.xlsx',
      lines: '',
      rows: '',
    },
  },
});
