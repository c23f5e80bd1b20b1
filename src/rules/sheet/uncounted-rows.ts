import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S20',
  phase: 'sheet',
  vi: {
    title: 'Tiêu đề cho biết không phải số liệu của kỳ',
    message:
      '“{header}” cho biết những gì ghi ở dưới không phải số liệu của kỳ nên không tính: {count} dòng, ở dòng {rows}.',
    why: 'Danh sách hộ chưa được hỗ trợ, dự kiến, kế hoạch, số liệu kỳ trước hay bản nháp thường để chung tệp với báo cáo, cùng tiêu đề cột; tính cả thì số liệu cao hơn thực tế.',
    fix: 'Nếu đó là số liệu của kỳ, đề nghị sửa lại dòng tiêu đề (hoặc tên trang tính, tên tệp) rồi gửi lại. Nếu không, không cần sửa.',
  },
  en: {
    title: "Title says that it is not the period's",
    message:
      '“{header}” says that what stands below is not of the period, and it is not counted: {count row|rows}, at {rows}.',
    why: 'Households not yet reached, plans, figures of the period before and drafts are often kept in one file with the report, below the same headings; counted, they make the figure too high.',
    fix: "If they are the period's, correct the title (or the sheet's or file's name) and send the file again. If not, nothing has to be done.",
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Ho', cell: 'A20', row: 20 },
    args: { header: 'II. Danh sách hộ chưa được hỗ trợ', count: 12, rows: '22–33' },
  },
});
