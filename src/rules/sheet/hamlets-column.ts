import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S17',
  phase: 'sheet',
  vi: {
    title: 'Cột được đọc là cột ấp/khóm',
    message:
      'Cột {column}[[ (“{header}”)]] ghi tên ấp, khóm hoặc tổ của ấp, khóm nên được đọc là cột ấp/khóm.',
    why: 'Bảng không có cột nào mang tiêu đề “Ấp/Khóm”, mà phần lớn các ô ở cột này là tên (trong danh sách: địa chỉ có tên) ấp, khóm có trong danh mục.',
    fix: 'Không cần sửa. Kỳ sau đề nghị ghi tiêu đề cột là “Ấp/Khóm”.',
  },
  en: {
    title: 'Column read as the hamlets’',
    message:
      'The column {column}[[ (“{header}”)]] names hamlets, or their teams, and was read as the hamlets’ column.',
    why: 'No column is headed “Ấp/Khóm”, and most cells of this one are names (in a list, addresses with names) of hamlets of the registry.',
    fix: 'Nothing has to be done. Next time head the column “Ấp/Khóm”.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Thành viên', cell: 'B5', row: 5 },
    args: { column: 'B', header: 'Tên tổ CNSCĐ' },
  },
});
