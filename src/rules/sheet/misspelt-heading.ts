import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S28',
  phase: 'sheet',
  vi: {
    title: 'Tiêu đề cột có lẽ gõ sai',
    message: 'Cột “{header}” có phải là cột “{meant}” không? Số liệu trong cột này chưa được dùng.',
    why: 'Tiêu đề chỉ khác tên cột của biểu mẫu một, hai chữ cái, mà trong bảng không có cột ấy. ccds không tự đoán là cột nào.',
    fix: 'Nếu đúng là cột “{meant}”, đề nghị sửa lại tiêu đề như vậy. Nếu là cột ghi thêm, không cần sửa.',
  },
  en: {
    title: 'Column heading that may be misspelt',
    message: 'Is the column “{header}” meant to be “{meant}”? Its values are not used.',
    why: 'The heading is a letter or two away from that of a column of the form, which the table does not have. ccds does not guess which is meant.',
    fix: 'If it is meant to be “{meant}”, correct its heading so. If it is an extra, nothing has to be done.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Tổng hợp', cell: 'D5', row: 5 },
    args: { header: 'Số hộ đưvc hỗ trợ', meant: 'Số hộ được hỗ trợ' },
  },
});
