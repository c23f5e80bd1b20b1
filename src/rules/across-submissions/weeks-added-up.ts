import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D16',
  phase: 'across-submissions',
  vi: {
    title: 'Ghi riêng từng tuần, từng đợt hay từng ngày',
    message:
      'Biểu “{form}” ghi riêng từng tuần (đợt, ngày) cho {count} ấp, khóm ({hamlets})[[, ở các dòng {rows}]][[, ở các cột {places}]][[, ở các trang {sheets}]][[, ở các tệp {files}]]: số thời kỳ được cộng lại, số thời điểm (cả lũy kế) lấy ở tuần (đợt, ngày) cuối có ghi.[[ Số của {rising} ấp, khóm gần như tuần nào cũng cao hơn tuần trước: nếu tuần sau đã gồm tuần trước thì tất cả chỉ là {last}, không phải {sum}.]]',
    why: 'Biểu số đếm cần số của cả kỳ. Hộ được hỗ trợ ở hai tuần (đợt, ngày) thì cộng lại là tính hai lần, mà từ các số ấy không biết được.',
    fix: 'Đề nghị thay bằng một dòng số của cả kỳ. Nếu không hộ nào được hỗ trợ hai lần, và tuần sau không gồm tuần trước, thì số đã đúng.',
  },
  en: {
    title: 'By weeks, rounds or days',
    message:
      'The form “{form}” is by weeks (rounds, days) for {count hamlet|hamlets} ({hamlets})[[, in rows {rows}]][[, in columns {places}]][[, on the sheets {sheets}]][[, in the files {files}]]: flows were added up, and of a stock (a cumulative figure too) the last week, round or day that states it stands.[[ The figures of {rising hamlet|hamlets} rise in nearly every week: if a week includes those before it, they come to {last}, not {sum}.]]',
    why: 'A tally is to have the counts of the whole period. A household assisted in two of them is counted twice in their sum, which the figures cannot tell.',
    fix: 'Put one row with the whole period in their place. If no household was assisted twice, and no week includes the ones before, the figure is right.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ', cell: 'C9', row: 9 },
    args: {
      count: 1,
      hamlets: 'Ấp Rạch Gốc',
      form: 'households',
      rows: '9–12',
      sheets: '',
      files: '',
      places: '',
      rising: 1,
      sum: 40,
      last: 14,
    },
  },
});
