import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D18',
  phase: 'across-submissions',
  vi: {
    title: 'Tuần sau thay mất tuần trước',
    message:
      'Số liệu biểu “{form}” của {count} ấp, khóm ({hamlets}) ở tệp này là của một tuần (đợt, ngày), bị thay bằng số của tuần (đợt, ngày) khác ở tệp “{otherFile}”, không được cộng vào.[[ Các ô thay đổi: {changes}.]]',
    why: 'Tệp sau của cùng đơn vị, cùng kỳ thường là bản sửa nên thay cho tệp trước. Mỗi tuần một tệp thì không biết được tệp sau đã gồm cả tuần trước hay chưa.',
    fix: 'Đề nghị gửi một tệp ghi số của cả kỳ, hoặc để mỗi tuần một trang tính trong cùng một tệp, khi ấy các tuần được cộng lại. Nếu tệp sau đã gồm cả các tuần trước thì số đã đúng.',
  },
  en: {
    title: 'A later week took the place of an earlier one',
    message:
      'The form “{form}” of {count hamlet|hamlets} ({hamlets}) is of one week (round, day) in this file, and was replaced by that of another in the file “{otherFile}”, not added to it.[[ Cells that changed: {changes}.]]',
    why: 'A later file of the same unit and period is mostly a correction, and takes the place of the earlier. With a file a week there is no telling whether the later one includes the weeks before.',
    fix: 'Send one file with the whole period, or put the weeks on sheets of one file: these are added up. If the later file includes the weeks before, the figure is right.',
  },
  example: {
    place: { file: 'xa-tan-an/Tuan 1.xlsx', sheet: 'Hộ' },
    args: {
      count: 2,
      hamlets: 'Ấp Rạch Gốc A, Ấp Ông Như',
      form: 'households',
      otherFile: 'xa-tan-an/Tuan 2.xlsx',
      changes: 'D8, D9',
    },
  },
});
