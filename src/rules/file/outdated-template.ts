import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-F10',
  phase: 'file',
  vi: {
    title: 'Tệp mẫu cũ',
    message:
      'Tệp lập từ mẫu phiên bản {found}; mẫu hiện nay là phiên bản {current}. Số liệu vẫn được đọc như thường.',
    why: 'Mẫu thay đổi theo năm: mẫu cũ có thể thiếu cột mới hoặc còn cột không dùng nữa.',
    fix: 'Đề nghị lấy tệp mẫu mới cho kỳ sau.',
  },
  en: {
    title: 'Outdated template',
    message:
      'The file was made from version {found} of the template; the present one is {current}. Its figures were read as usual.',
    why: 'Templates change from year to year: an old one may lack new columns, or have some that are no longer used.',
    fix: 'Take the new template for the next month.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx' },
    args: { found: '0', current: '1' },
  },
});
