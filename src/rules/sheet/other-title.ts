import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S19',
  phase: 'sheet',
  vi: {
    title: 'Tiêu đề bảng nói về việc khác',
    message:
      'Tiêu đề ghi “{title}”, nên có thể đây không phải là số liệu của biểu “{form}”; các dòng của bảng vẫn được tính vào biểu này.',
    why: 'Danh sách học viên một lớp tập huấn, đại biểu dự họp hay thành viên một tổ khác cũng có họ tên và chức vụ, nên nhìn cột thì giống biểu mẫu; danh sách hộ nghèo, hộ vay vốn cũng có chủ hộ và địa chỉ như hộ được hỗ trợ; hộ kinh doanh nộp thuế chưa chắc đã có mã QR; bản dự thảo chưa chắc đã là số cuối cùng.',
    fix: 'Nếu là số liệu khác, đề nghị bỏ bảng này khỏi tệp rồi gửi lại. Nếu đúng là số liệu của biểu, đề nghị sửa lại tiêu đề.',
  },
  en: {
    title: 'The title is of something else',
    message:
      'The title says “{title}”, so these may not be figures of the form “{form}”; its rows count as that form’s all the same.',
    why: 'Those who came to a class or a meeting, and the members of another body, have names and positions too, so their list has the columns of the form; poor households, or those with a loan, have a head and an address as those assisted have; merchants who pay taxes need not have a QR code; a draft need not have the last figures.',
    fix: 'If it is something else, leave the table out of the file and send the file again. If it is the form’s, correct the title.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Danh sách', cell: 'A3', row: 3 },
    args: { title: 'HỌC VIÊN', form: 'members' },
  },
});
