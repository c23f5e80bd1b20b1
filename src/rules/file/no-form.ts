import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-F05',
  phase: 'file',
  vi: {
    title: 'Không có biểu mẫu nào',
    message:
      'Đã xem {sheets} trang tính nhưng không thấy biểu mẫu báo cáo nào, nên bỏ qua tệp này.[[ Tiêu đề thấy ở ô {headerCell}: “{header}”.]][[ Có lẽ là biểu “{form}”, nhưng thiếu cột bắt buộc: {columns}.]][[ Chữ có dấu đã mất, chỉ còn dấu “?”, “_” hoặc “�” (ô {lost}): đề nghị lưu lại từ tệp gốc thành .xlsx hoặc “CSV UTF-8”.]][[ Chữ viết theo lối VIQR, dấu gõ rời sau chữ (ô {typed}): đề nghị chuyển sang Unicode rồi lưu lại.]][[ Mỗi dòng dồn cả vào một ô (từ ô {joined}): đề nghị tách thành cột (trong Excel: Data › Text to Columns) rồi lưu lại.]]',
    why: 'Biểu mẫu được nhận ra qua tiêu đề cột. Tệp không có tiêu đề cột của biểu nào thì không biết lấy số nào.',
    fix: 'Nếu đây là báo cáo, đề nghị dùng đúng tiêu đề cột của biểu mẫu (thành viên tổ, hộ được hỗ trợ, tài khoản định danh điện tử, hộ kinh doanh không tiền mặt) rồi gửi lại; số liệu viết thành từng dòng chữ (“Số thành viên: 6”) thì kẻ thành bảng hai cột “Nội dung” và “Số lượng”. Nếu không phải, đề nghị bỏ tệp ra khỏi thư mục.',
  },
  en: {
    title: 'No form in the file',
    message:
      'None of the report forms was found ({sheets sheet|sheets} looked at), so the file was left out.[[ Headers seen at {headerCell}: “{header}”.]][[ This may be the form “{form}”, which must have: {columns}.]][[ Its accented letters are lost, only “?”, “_” or “�” is left (cells {lost}): save the original again as .xlsx or “CSV UTF-8”.]][[ Its letters are typed with their marks behind them, as VIQR has them (cells {typed}): convert it to Unicode and save it again.]][[ Each row stands in one cell (from {joined} on): split it into columns (Data › Text to Columns in Excel) and save it again.]]',
    why: 'A form is recognised by its column headers. Without them nobody can tell which figure is which.',
    fix: 'If this is a report, use the form’s own column headers (team members, households assisted, e-ID accounts, cashless merchants) and send it again; figures in lines of text (“Số thành viên: 6”) go into a table of two columns, “Nội dung” and “Số lượng”. If not, take the file out of the folder.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao HKD.xlsx' },
    args: {
      sheets: 1,
      header: 'STT | Ấp | QR | POS | Tiền mặt',
      headerCell: 'Sheet1!A4',
      form: 'merchants',
      columns: 'Số hộ có QR/không tiền mặt',
      lost: '',
      typed: '',
      joined: '',
    },
  },
});
