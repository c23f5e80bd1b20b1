import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S28',
  phase: 'sheet',
  vi: {
    title: 'Tiêu đề có lẽ gõ sai',
    message: '“{header}” có phải là “{meant}” không? Số liệu ghi ở đó chưa được dùng.',
    why: 'Tiêu đề chỉ khác tên trong biểu mẫu một, hai chữ cái, mà trong bảng không có mục ấy. ccds không tự đoán.',
    fix: 'Nếu đúng là “{meant}”, đề nghị sửa lại tiêu đề như vậy. Nếu là mục ghi thêm, không cần sửa.',
  },
  en: {
    title: 'Heading that may be misspelt',
    message: 'Is “{header}” meant to be “{meant}”? Its values are not used.',
    why: 'The heading is a letter or two away from one of the form’s, which the table does not have. ccds does not guess.',
    fix: 'If it is meant to be “{meant}”, correct its heading so. If it is an extra, nothing has to be done.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Tổng hợp', cell: 'D5', row: 5 },
    args: { header: 'Số hộ đưvc hỗ trợ', meant: 'Số hộ được hỗ trợ' },
  },
});
