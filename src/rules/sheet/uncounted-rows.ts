import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S20',
  phase: 'sheet',
  vi: {
    title: 'Tiêu đề cho biết không phải số liệu cần tính',
    message:
      '“{header}” cho biết[[ những gì ghi ở dưới không phải số liệu của kỳ nên không tính: {count} dòng, ở dòng {rows}]][[ số ở dưới không đếm từng người, từng hộ (số nghìn, tỷ lệ, số lượt…) nên không tính: {count} dòng, ở dòng {measured}]].',
    why: 'Danh sách hộ chưa được hỗ trợ, dự kiến, kế hoạch, số liệu kỳ trước hay bản nháp thường để chung tệp với báo cáo, cùng tiêu đề cột; tính cả thì số liệu cao hơn thực tế.',
    fix: 'Nếu đó là số liệu của kỳ, đề nghị sửa lại dòng tiêu đề (hoặc tên trang tính, tên tệp) rồi gửi lại. Nếu không, không cần sửa. Số ghi theo nghìn người thì đề nghị ghi đủ từng người.',
  },
  en: {
    title: 'Title says that it is not what is counted',
    message:
      '“{header}” says[[ that what stands below is not of the period, and it is not counted: {count row|rows}, at {rows}]][[ that the figures below do not count each person or household (thousands, shares, visits …), and they are not used: {count row|rows}, at {measured}]].',
    why: 'Households not yet reached, plans, figures of the period before and drafts are often kept in one file with the report, below the same headings; counted, they make the figure too high.',
    fix: 'If they are the period’s, correct the title (or the sheet’s or file’s name) and send the file again. If not, nothing has to be done. Where they are in thousands, give them in full.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Ho', cell: 'A20', row: 20 },
    args: { header: 'II. Danh sách hộ chưa được hỗ trợ', count: 12, rows: '22–33', measured: '' },
  },
});
