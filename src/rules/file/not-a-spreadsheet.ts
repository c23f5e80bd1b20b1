import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-F06',
  phase: 'file',
  vi: {
    title: 'Không phải bảng tính',
    message: 'Tệp này không phải là bảng tính[[ mà là {kind}]], nên bỏ qua.',
    why: 'Số liệu trong hình ảnh, tệp PDF, tệp Word hay thư điện tử không đọc chính xác được, nên không được tính.',
    fix: 'Nếu trong đó có số liệu báo cáo, đề nghị nhập vào biểu mẫu Excel rồi gửi lại. Thư điện tử: đề nghị lưu riêng tệp đính kèm rồi gửi tệp ấy. Tệp tải về chưa xong: đề nghị tải lại. Bản chụp, bản ký để lưu thì không cần sửa.',
  },
  en: {
    title: 'Not a spreadsheet',
    message: 'This is no spreadsheet[[ but {kind}]], so it was left out.',
    why: 'Figures in a picture, a PDF, a Word file or an e-mail cannot be read with certainty, so they are not counted.',
    fix: 'If it holds figures of the report, enter them in the Excel form and send that. Of an e-mail, save the attachment and send it; fetch an unfinished download again. A scan or signed copy kept for the record needs nothing.',
  },
  example: { place: { file: 'xa-tan-an/Bao cao T9.pdf' }, args: { kind: 'pdf' } },
});
