import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S29',
  phase: 'sheet',
  vi: {
    title: 'Danh sách có ngày của các kỳ trước',
    message:
      'Cột “{field}” có {count} dòng ghi ngày trước kỳ {period} (từ {first:date} đến {last:date})[[; danh sách ghi nối từ các kỳ trước nên không tính các dòng ấy vào kỳ này: dòng {rows}]][[, không có ngày nào trong kỳ; vẫn tính vào kỳ này: dòng {counted}]].',
    why: 'Hộ được hỗ trợ từ các tháng trước đã được báo cáo trong kỳ của nó: tính thêm vào kỳ này là tính hai lần. Danh sách mà ngày nào cũng trước kỳ có thể là danh sách của kỳ trước gửi lại, hoặc ghi nhầm năm.',
    fix: 'Nếu là danh sách của kỳ khác, đề nghị gửi danh sách của kỳ này. Nếu ghi nhầm ngày, hay có dòng chưa báo cáo lần nào, đề nghị sửa ngày hoặc cho biết dòng nào cần tính.',
  },
  en: {
    title: 'List with days of earlier periods',
    message:
      'The column “{field}” has {count row|rows} with days before the period {period} (from {first:date} to {last:date})[[; the list is carried on from earlier periods, so that they are not counted in this one: rows {rows}]][[, and none within it; they are counted in it: rows {counted}]].',
    why: 'Households assisted in earlier months were reported in theirs, and would count twice. A list all of whose days lie before the period may be an earlier one sent again, or have the year wrong.',
    fix: 'If it is the list of another period, send the one of this. If the days are slips, or rows have never been reported, correct the days or say which rows are to be counted.',
  },
  example: {
    place: { file: 'xa-tan-an/DS ho T9.xlsx', sheet: 'Hộ', cell: 'E5', row: 5 },
    args: {
      field: 'assisted_on',
      count: 41,
      period: '2024-09',
      first: '2024-03-05',
      last: '2024-08-13',
      rows: '5–45',
      counted: '',
    },
  },
});
