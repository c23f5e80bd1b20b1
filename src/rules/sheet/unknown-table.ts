import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S13',
  phase: 'sheet',
  vi: {
    title: 'Bảng không thuộc biểu mẫu nào',
    message:
      'Bảng có tiêu đề “{header}” không thuộc biểu mẫu nào; các dòng của bảng này không được tính.',
    why: 'Các bảng khác của trang vẫn được tính bình thường. Nếu đây là số liệu báo cáo thì số liệu đó chưa được tính.',
    fix: 'Nếu bảng này là số liệu báo cáo, đề nghị sửa tiêu đề cột theo biểu mẫu rồi gửi lại. Nếu không, không cần sửa.',
  },
  en: {
    title: 'Table of no form',
    message: 'The table headed “{header}” is of no form; its rows are not counted.',
    why: 'The other tables of the sheet are counted as usual. If these are figures of the report, they are not counted.',
    fix: 'If the table is part of the report, use the form’s column headers and send it again. If not, nothing has to be done.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Ho', cell: 'A20', row: 20 },
    args: { header: 'STT | Người nhận | Nơi nhận quà | SĐT người nhận' },
  },
});
