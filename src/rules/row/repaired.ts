import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R05',
  phase: 'row',
  vi: {
    title: 'Đã hiểu theo cách ghi khác',
    message:
      'Cột “{field}” ghi “{found}” theo cách khác, vẫn hiểu được[[ là “{taken}”]].[[ Cột này có {cells} ô như vậy: {places}.]]',
    why: 'Cách ghi này chỉ có một cách hiểu, nên số liệu được tính luôn.',
    fix: 'Không cần sửa. Nếu hiểu như vậy là sai, đề nghị sửa lại ô rồi gửi lại.',
  },
  en: {
    title: 'Value repaired',
    message:
      'The column “{field}” says “{found}”, written in another way; it was understood[[ as “{taken}”]].[[ This column has {cells} such cells: {places}.]]',
    why: 'There is only one way to read this, so the value is counted.',
    fix: 'Nothing has to be done. If the reading is wrong, correct the cell and send the file again.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Định danh', cell: 'D12', row: 12 },
    args: {
      field: 'phone',
      found: '•••456',
      taken: '',
      cells: 38,
      places: 'D12, D13, D15, D16, D19, …',
    },
  },
});
