import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-F06',
  phase: 'file',
  vi: {
    title: 'Không phải bảng tính',
    message: 'Tệp này không phải là bảng tính[[ mà là {kind}]], nên bỏ qua.',
    why: 'Số liệu trong hình ảnh, tệp PDF hay tệp Word không đọc chính xác được, nên không được tính.',
    fix: 'Nếu trong đó có số liệu báo cáo, đề nghị nhập vào biểu mẫu Excel rồi gửi lại. Bản chụp, bản ký để lưu thì không cần sửa.',
  },
  en: {
    title: 'Not a spreadsheet',
    message: 'This is no spreadsheet[[ but {kind}]], so it was left out.',
    why: 'Figures in a picture, a PDF or a Word file cannot be read with certainty, so they are not counted.',
    fix: 'If it holds figures of the report, enter them in the Excel form and send that. A scan or signed copy kept for the record needs nothing.',
  },
  example: { place: { file: 'xa-tan-an/Bao cao T9.pdf' }, args: { kind: 'pdf' } },
});
