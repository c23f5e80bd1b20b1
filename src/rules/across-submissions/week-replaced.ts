import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D18',
  phase: 'across-submissions',
  vi: {
    title: 'Số của một tuần không được cộng',
    message:
      'Số liệu biểu “{form}” của {count} ấp, khóm ({hamlets}) ở tệp này là của một tuần (đợt, ngày), không được cộng vào: số ở tệp “{otherFile}” đứng thay.[[ Các ô thay đổi: {changes}.]]',
    why: 'Tệp sau của cùng đơn vị, cùng kỳ thường là bản sửa nên thay cho tệp trước. Mỗi tuần một tệp thì các tuần được cộng lại khi số liệu cho thấy tuần sau không gồm tuần trước (nhiều số giảm đi, lũy kế tăng đúng bằng số của tuần, danh sách không lặp lại người cũ); ở đây không thấy được như vậy, hoặc đã có tệp của cả kỳ.',
    fix: 'Đề nghị gửi một tệp ghi số của cả kỳ, hoặc để mỗi tuần một trang tính trong cùng một tệp, khi ấy các tuần được cộng lại. Nếu tệp sau đã gồm cả các tuần trước thì số đã đúng.',
  },
  en: {
    title: 'A week was not added up',
    message:
      'The form “{form}” of {count hamlet|hamlets} ({hamlets}) is of one week (round, day) in this file and was not added: that in the file “{otherFile}” stands in its place.[[ Cells that changed: {changes}.]]',
    why: 'A later file of the same unit and period is mostly a correction, and takes the place of the earlier. Files of weeks are added up where the figures show that a later week does not include the ones before (many counts that fall, a cumulative figure that rises by the week’s own count, a list without the people of before); here they do not, or there is a file of the whole period.',
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
