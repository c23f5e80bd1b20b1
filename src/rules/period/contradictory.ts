import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-P01',
  phase: 'period',
  vi: {
    title: 'Kỳ báo cáo không thống nhất',
    message: 'Kỳ báo cáo không thống nhất: {firstFrom} ghi {first}, {secondFrom} ghi {second}.',
    why: 'Không biết số liệu là của kỳ nào, nên trang tính không được tính.',
    fix: 'Đề nghị ghi cùng một kỳ báo cáo ở đầu trang tính và ở tên tệp, rồi gửi lại.',
  },
  en: {
    title: 'Contradictory periods',
    message: 'The periods disagree: {firstFrom} says {first}, {secondFrom} says {second}.',
    why: 'It is not known which period the figures are of, so the sheet is not counted.',
    fix: 'State one and the same period at the top of the sheet and in the file name, and send it again.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T8.xlsx', sheet: 'Hộ', cell: 'A3', row: 3 },
    args: { first: '2024-09', second: '2024-08', firstFrom: 'line', secondFrom: 'file' },
  },
});
