import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G13',
  phase: 'registry',
  vi: {
    title: 'Số trong danh mục ghi theo cách khác',
    message:
      'Cột “{column}” ghi “{found}”, được hiểu là {taken}.[[ Cột này có {rows} dòng ghi theo cách khác như vậy.]]',
    why: 'Số trong danh mục được đọc như số trong báo cáo: dấu chấm hoặc khoảng trắng trước ba chữ số là phần nghìn. Dấu phẩy cũng được hiểu như vậy, nhưng nêu ra để xem lại.',
    fix: 'Không cần sửa. Nếu hiểu như vậy là sai, đề nghị sửa lại số, ví dụ 1118560 hoặc 1.118.560.',
  },
  en: {
    title: 'Number of the registry written in another way',
    message:
      'The column “{column}” says “{found}”, which was understood as {taken}.[[ This column has {rows row|rows} written in another way.]]',
    why: "The registry's numbers are read as those of a submission: a dot or space before three digits groups them. So does a comma, but it is told, to be looked at.",
    fix: 'Nothing has to be done. If the reading is wrong, correct the number, such as 1118560 or 1.118.560.',
  },
  example: {
    place: { file: 'baselines.csv', row: 27 },
    args: { column: 'value', found: '1,250', taken: '1250', rows: 12 },
  },
});
