import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-P02',
  phase: 'period',
  vi: {
    title: 'Báo cáo của kỳ khác',
    message:
      'Báo cáo[[ ở các dòng {rows}]][[ ở cột {column}]] của {stated}, không phải {wanted}, nên để riêng, không tính vào kỳ này.',
    why: 'Mỗi lần tổng hợp chỉ lấy số liệu của một kỳ, để không tính lẫn kỳ này sang kỳ khác.',
    fix: 'Nếu đúng là báo cáo của kỳ khác, không cần sửa. Nếu ghi nhầm kỳ, đề nghị sửa lại dòng “Kỳ báo cáo” rồi gửi lại.',
  },
  en: {
    title: 'Report of another period',
    message:
      'The report[[ in rows {rows}]][[ in column {column}]] is of {stated}, not of {wanted}: it was set aside and not counted.',
    why: 'Each run takes the figures of one period alone, so that none is counted in another.',
    fix: 'If it is a report of another period, nothing has to be done. If the period is a slip, correct it and send the file again.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T8.xlsx', sheet: 'Hộ', cell: 'A3', row: 3 },
    args: { stated: '2024-08', wanted: '2024-09', rows: '', column: '' },
  },
});
