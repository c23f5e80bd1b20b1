import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S23',
  phase: 'sheet',
  vi: {
    title: 'Tiêu đề cho biết chỉ là số mới trong kỳ',
    message:
      '“{header}” cho biết những gì ghi ở dưới chỉ là số mới trong kỳ, còn biểu này lấy tổng số hiện có nên không tính: {count} dòng, ở dòng {rows}.',
    why: 'Thành viên, tài khoản, hộ kinh doanh không tiền mặt là số thời điểm: lấy số mới cấp trong tháng thay cho tổng số thì số liệu tụt xuống chỉ còn một phần.',
    fix: 'Nếu đó là tổng số đến cuối kỳ, đề nghị sửa lại dòng tiêu đề; nếu là số mới trong kỳ, đề nghị gửi thêm tổng số.',
  },
  en: {
    title: 'Title says that only what is new is told',
    message:
      '“{header}” says that what stands below is only new in the period, where the form counts all there are; it is not counted: {count row|rows}, at {rows}.',
    why: 'Members, accounts and cashless merchants are stocks: with those new in a month in place of all, the figure falls to a small part.',
    fix: 'If they are all there are at the period’s end, correct the title; if they are those new in it, send the total too.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'ĐDĐT', cell: 'A4', row: 4 },
    args: { header: 'Kết quả cấp mới trong tháng', count: 9, rows: '7–15' },
  },
});
