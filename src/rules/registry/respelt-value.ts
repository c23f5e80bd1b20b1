import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G13',
  phase: 'registry',
  vi: {
    title: 'Số, ngày trong danh mục ghi theo cách khác',
    message:
      'Cột “{column}” ghi “{found}”, được hiểu là {taken:typed}.[[ Cột này có {rows} dòng ghi theo cách khác như vậy.]]',
    why: 'Số trong danh mục được đọc như số trong báo cáo: dấu chấm hoặc khoảng trắng trước ba chữ số là phần nghìn. Dấu phẩy cũng được hiểu như vậy, nhưng nêu ra để xem lại. Excel lưu CSV thì đổi ngày, tháng theo cài đặt của máy (30/6/2025 hoặc 6/30/2025, Sep-24): ngày hay tháng đứng trước được biết nhờ những ngày chỉ hiểu được một cách.',
    fix: 'Không cần sửa. Nếu hiểu như vậy là sai, đề nghị sửa lại: số ghi 1118560 hoặc 1.118.560, ngày ghi 2025-06-30.',
  },
  en: {
    title: 'Number or date of the registry written in another way',
    message:
      'The column “{column}” says “{found}”, which was understood as {taken:typed}.[[ This column has {rows row|rows} written in another way.]]',
    why: 'The registry’s numbers are read as those of a submission: a dot or space before three digits groups them. So does a comma, but it is told, to be looked at. Excel writes the dates and months of a CSV by the computer’s settings (30/6/2025 or 6/30/2025, Sep-24): whether the day or the month comes first shows by those that can be read in one way alone.',
    fix: 'Nothing has to be done. If the reading is wrong, correct it: a number is written 1118560 or 1.118.560, a date 2025-06-30.',
  },
  example: {
    place: { file: 'baselines.csv', row: 27 },
    args: { column: 'value', found: '1,250', taken: '1250', rows: 12 },
  },
});
