import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D07',
  phase: 'across-submissions',
  vi: {
    title: 'Đã thay bằng bản sau',
    message:
      'Số liệu[[ biểu “{form}” của {count} ấp, khóm ({hamlets})]][[ trong tệp này (không đọc được: {reason})]] được thay bằng tệp “{otherFile}”.[[ Các ô thay đổi: {changes}.]]',
    why: 'Bản gửi sau thay cho bản gửi trước; bản trước vẫn được lưu trong danh sách báo cáo đã nộp.',
    fix: 'Không cần sửa. Nếu bản này mới là bản đúng, đề nghị gửi lại và ghi “lần 2”, “lần 3”… ở tên tệp.',
  },
  en: {
    title: 'Replaced by a later file',
    message:
      'The[[ form “{form}” of {count hamlet|hamlets} ({hamlets})]][[ file (it cannot be read: {reason})]] was replaced by the file “{otherFile}”.[[ Cells that changed: {changes}.]]',
    why: 'A later file takes the place of an earlier one; the earlier stays on the list of submissions.',
    fix: 'Nothing has to be done. If this is the right one after all, send it again with “lần 2”, “lần 3”… in its name.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx' },
    args: {
      count: 2,
      hamlets: 'Ấp Rạch Gốc A, Ấp Ông Như',
      form: 'households',
      otherFile: 'xa-tan-an/Bao cao T9 lan 2.xlsx',
      changes: 'D8, D9',
      reason: '',
    },
  },
});
