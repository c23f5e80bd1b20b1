import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C02',
  phase: 'sheet',
  vi: {
    title: 'Biểu không có dòng nào',
    message:
      'Biểu “{form}” có tiêu đề cột nhưng không có dòng số liệu nào; coi là chưa báo cáo, không phải bằng 0.',
    why: 'Để trống và bằng 0 là hai việc khác nhau. Chưa báo cáo thì đơn vị vẫn nằm trong danh sách chưa nộp.',
    fix: 'Đề nghị nhập số liệu. Nếu thật sự không có, đề nghị gửi biểu số đếm và ghi số 0; ở danh sách hộ được hỗ trợ thì chỉ cần ghi “Không phát sinh” ở cột “Chủ hộ”.',
  },
  en: {
    title: 'Form without rows',
    message:
      'The form “{form}” has its header and no data row: it counts as not reported, not as zero.',
    why: 'Blank and zero are different things. What is not reported stays on the list of missing reports.',
    fix: 'Fill in the figures. If there really were none, send the tally with 0 in it; in a list of households assisted it is enough to write “Không phát sinh” in the column “Chủ hộ”.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ kinh doanh', row: 6 },
    args: { form: 'merchants' },
  },
});
