import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S29',
  phase: 'sheet',
  vi: {
    title: 'Danh sách có ngày của các kỳ trước',
    message:
      'Cột “{field}” có {count} dòng ghi ngày trước kỳ {period}, từ {first:date} đến {last:date}[[ (dòng {rows}): có lẽ danh sách ghi nối từ các kỳ trước]][[ (dòng {none}), và không có ngày nào trong kỳ]]. Các dòng ấy vẫn được tính vào kỳ này.',
    why: 'Hộ được hỗ trợ từ các tháng trước đã được báo cáo trong kỳ của nó: tính vào kỳ này là tính hai lần. Danh sách mà ngày nào cũng trước kỳ có thể là danh sách của kỳ trước gửi lại, hoặc ghi nhầm năm.',
    fix: 'Nếu danh sách ghi nối từ các kỳ trước, đề nghị chỉ để lại các dòng của kỳ này, hoặc ghi “drop” cho các dòng cũ vào decisions.csv. Nếu là danh sách của kỳ khác, đề nghị gửi danh sách của kỳ này. Nếu ghi nhầm ngày, đề nghị sửa ngày; nếu các hộ ấy chưa được báo cáo lần nào thì số đã đúng.',
  },
  en: {
    title: 'List with days of earlier periods',
    message:
      'The column “{field}” has {count row|rows} with days before the period {period}, from {first:date} to {last:date}[[ (rows {rows}): the list may be carried on from earlier periods]][[ (rows {none}), and none within it]]. They are counted in this period.',
    why: 'Households assisted in earlier months were reported in theirs, and are counted twice if they count in this one. A list all of whose days lie before the period may be an earlier one sent again, or have the year wrong.',
    fix: 'If the list is carried on from earlier periods, leave only the rows of this one, or write “drop” for the old ones in decisions.csv. If it is the list of another period, send the one of this. If the days are slips, correct them; if the households have never been reported, the figure is right.',
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
      none: '',
    },
  },
});
