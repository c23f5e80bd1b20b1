import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S04',
  phase: 'sheet',
  vi: {
    title: 'Trang tính không có biểu mẫu',
    message:
      'Trang tính này không có biểu mẫu nào; bỏ qua {rows} dòng.[[ Tiêu đề thấy ở ô {headerCell}: “{header}”.]][[ Có lẽ là biểu “{form}”, nhưng thiếu cột bắt buộc: {columns}.]]',
    why: 'Trang bìa, trang hướng dẫn thì không sao. Nếu đây là số liệu thì số liệu đó chưa được tính.',
    fix: 'Nếu trang này là số liệu báo cáo, đề nghị sửa tiêu đề cột theo biểu mẫu rồi gửi lại. Nếu không, không cần sửa.',
  },
  en: {
    title: 'Sheet without a form',
    message:
      'No form was found on this sheet; its {rows row was|rows were} left out.[[ Headers seen at {headerCell}: “{header}”.]][[ This may be the form “{form}”, which must have: {columns}.]]',
    why: 'That is as it should be for a cover or an instruction sheet. If these are figures, they are not counted.',
    fix: 'If the sheet is part of the report, use the form’s column headers and send it again. If not, nothing has to be done.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hướng dẫn' },
    args: { rows: 24, header: '', headerCell: '', form: '', columns: '' },
  },
});
