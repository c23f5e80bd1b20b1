import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D08',
  phase: 'across-submissions',
  vi: {
    title: 'Bản sau không có đơn vị này',
    message:
      'Tệp gửi sau “{otherFile}” không có biểu “{form}” của {unit}; vẫn dùng số liệu trong tệp này.',
    why: 'Bản sau có thể chỉ sửa một phần, nên số liệu cũ được giữ. Nếu bản sau cố ý bỏ đơn vị này thì đang tính thừa.',
    fix: 'Đề nghị xem lại bản gửi sau có sót {unit} không; nếu sót, đề nghị bổ sung rồi gửi lại.',
  },
  en: {
    title: 'Missing in the later file',
    message:
      'The later file “{otherFile}” has no form “{form}” of {unit}; the figures of this file are kept.',
    why: 'The later file may correct a part alone, so the older figures stay. If it left the unit out on purpose, they are too many.',
    fix: 'Check whether the later file forgot {unit}; if so, add it and send the file again.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx' },
    args: {
      unit: 'Ấp Đường Kéo',
      form: 'households',
      otherFile: 'xa-tan-an/Bao cao T9 lan 2.xlsx',
    },
  },
});
