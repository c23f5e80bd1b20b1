import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-P04',
  phase: 'period',
  vi: {
    title: 'Không rõ kỳ báo cáo',
    message:
      '[[“{stated}” không phải một tháng, một quý, sáu tháng hay một năm, nên không tính được vào kỳ nào.]][[Trang tính không ghi kỳ báo cáo, mà lần tổng hợp này là của {wanted}, không phải của riêng một tháng.]]',
    why: 'Không biết số liệu là của tháng nào, nên trang tính không được tính.',
    fix: 'Đề nghị ghi ở đầu trang tính hoặc ở tên tệp, ví dụ “Kỳ báo cáo: Tháng 9/2024”, rồi gửi lại. Số liệu gộp nhiều tháng thì tách riêng từng tháng.',
  },
  en: {
    title: 'Period not known',
    message:
      '[[“{stated}” is no month, quarter, half-year or year, so the figures cannot be counted in any period.]][[The sheet states no period, and this run is of {wanted}, not of a single month.]]',
    why: 'It is not known which month the figures are of, so the sheet is not counted.',
    fix: 'State it at the top of the sheet or in the file name, such as “Kỳ báo cáo: Tháng 9/2024”, and send it again. Figures of several months have to be given month by month.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao.xlsx', sheet: 'Hộ', cell: 'A3', row: 3 },
    args: { stated: '9 tháng đầu năm 2024', wanted: '' },
  },
});
