import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C01',
  phase: 'across-submissions',
  vi: {
    title: 'Chưa báo cáo',
    message: '{unit} chưa có số liệu: {forms}.',
    why: 'Chưa báo cáo thì để trống, không tính là 0; số đơn vị đã báo cáo được ghi bên cạnh số tổng hợp.',
    fix: 'Đề nghị gửi báo cáo còn thiếu. Nếu trong kỳ thật sự không có, đề nghị gửi biểu mẫu ghi số 0.',
  },
  en: {
    title: 'Not reported',
    message: '{unit} has no figures: {forms}.',
    why: 'What is not reported stays blank and is not zero; the number of units that reported stands beside each total.',
    fix: 'Send what is missing. If there really was nothing in the period, send the form with 0.',
  },
  example: { place: { file: '' }, args: { unit: 'Ấp Rạch Gốc A', forms: 'households, merchants' } },
});
