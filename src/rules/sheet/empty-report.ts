import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C02',
  phase: 'sheet',
  vi: {
    title: 'Biểu không có dòng nào',
    message:
      'Biểu “{form}” có tiêu đề cột nhưng không có dòng số liệu nào; coi là chưa báo cáo, không phải bằng 0.',
    why: 'Để trống và bằng 0 là hai việc khác nhau. Chưa báo cáo thì đơn vị vẫn nằm trong danh sách chưa nộp.',
    fix: 'Đề nghị nhập số liệu. Nếu trong kỳ thật sự không có, đề nghị ghi số 0.',
  },
  en: {
    title: 'Form without rows',
    message:
      'The form “{form}” has its header and no data row: it counts as not reported, not as zero.',
    why: 'Blank and zero are different things. What is not reported stays on the list of missing reports.',
    fix: 'Fill in the figures. If there really were none in the period, write 0.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ kinh doanh', row: 6 },
    args: { form: 'merchants' },
  },
});
