import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-P04',
  phase: 'period',
  vi: {
    title: 'Không rõ kỳ báo cáo',
    message: 'Trang tính không ghi kỳ báo cáo, mà lần tổng hợp này không phải của riêng một tháng.',
    why: 'Không biết số liệu là của tháng nào, nên trang tính không được tính.',
    fix: 'Đề nghị ghi ở đầu trang tính hoặc ở tên tệp, ví dụ “Kỳ báo cáo: Tháng 9/2024”, rồi gửi lại.',
  },
  en: {
    title: 'Period not known',
    message: 'The sheet states no period, and this run is not of a single month.',
    why: 'It is not known which month the figures are of, so the sheet is not counted.',
    fix: 'State it at the top of the sheet or in the file name, such as “Kỳ báo cáo: Tháng 9/2024”, and send it again.',
  },
  example: { place: { file: 'xa-tan-an/Bao cao.xlsx', sheet: 'Hộ' }, args: {} },
});
