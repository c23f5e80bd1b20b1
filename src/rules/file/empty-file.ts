import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-F08',
  phase: 'file',
  vi: {
    title: 'Tệp rỗng',
    message: 'Tệp không có nội dung nào (dung lượng bằng 0).',
    why: 'Thường là do gửi hoặc tải về bị ngắt giữa chừng. Báo cáo này coi như chưa nhận được.',
    fix: 'Đề nghị gửi lại tệp.',
  },
  en: {
    title: 'Empty file',
    message: 'The file has no content (0 bytes).',
    why: 'Usually an upload or download was cut short. The report counts as not received.',
    fix: 'Send the file again.',
  },
  example: { place: { file: 'xa-tan-an/Bao cao T9.xlsx' }, args: {} },
});
