import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S24',
  phase: 'sheet',
  vi: {
    title: 'Cột có thể thuộc về một cột của biểu mẫu',
    message:
      'Cột “{header}” có lẽ thuộc về “{field}”, nhưng không rõ là phần cộng thêm hay đã tính trong đó rồi; số liệu trong cột này không dùng.',
    why: 'Cộng thêm thì một hộ có thể bị tính hai lần; không cộng thì có thể thiếu. Chỉ người lập báo cáo mới biết.',
    fix: 'Đề nghị ghi ở cột “{field}” con số của cả kỳ hay của cả ấp, khóm, tính đủ mọi phần, mỗi hộ một lần.',
  },
  en: {
    title: 'Column that may belong to one of the form’s',
    message:
      'The column “{header}” may belong to “{field}”, but it is not clear whether it is to be added or already counted there; its values are not used.',
    why: 'Added, a household may count twice; not added, some may be missing. Only those who wrote the sheet can tell.',
    fix: 'Give in the column “{field}” the total of the whole period or hamlet, with all its parts, each household once.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'HKD', cell: 'E5', row: 5 },
    args: { header: 'Số hộ có POS', field: 'cashless' },
  },
});
