import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S03',
  phase: 'sheet',
  vi: {
    title: 'Trang tính đang ẩn',
    message: 'Trang tính đang ẩn nên không đọc[[ (có {rows} dòng)]].',
    why: 'Trang tính ẩn thường là số liệu cũ hoặc danh sách để chọn, tính vào dễ bị trùng.',
    fix: 'Nếu trang này có số liệu cần báo cáo, đề nghị bỏ ẩn trang tính rồi gửi lại. Nếu không, không cần sửa.',
  },
  en: {
    title: 'Hidden sheet',
    message: 'The sheet is hidden and was not read[[ (it has {rows row|rows})]].',
    why: 'Hidden sheets usually hold old figures or lists to choose from; counting them would count twice.',
    fix: 'If the sheet holds figures to report, unhide it and send the file again. If not, nothing has to be done.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Danh sách cũ' },
    args: { rows: 1250 },
  },
});
