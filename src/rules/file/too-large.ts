import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-F03',
  phase: 'file',
  vi: {
    title: 'Tệp quá lớn',
    message: 'Tệp vượt giới hạn về {limit} (tối đa {value}).',
    why: 'Tệp báo cáo thật không lớn đến mức này; thường là do định dạng kéo xuống hết trang tính, hoặc tệp không an toàn để mở.',
    fix: 'Đề nghị xóa các dòng, cột trống đã định dạng ở ngoài bảng và các hình ảnh, rồi lưu lại. Nếu số liệu đúng là nhiều như vậy, đề nghị tách thành nhiều tệp.',
  },
  en: {
    title: 'File too large',
    message: 'The file is beyond the limit for {limit} (at most {value}).',
    why: 'No real report is this large: formatting usually runs down the whole sheet, or the file is not safe to open.',
    fix: 'Delete the blank formatted rows and columns outside of the table, and any pictures, then save. If there really is that much data, split the file.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx' },
    args: { limit: 'cells', value: 20000000 },
  },
});
