import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D13',
  phase: 'across-submissions',
  vi: {
    title: 'Lũy kế, mẫu số không khớp giữa các tệp',
    message:
      '“{field}” không khớp giữa các tệp:[[ tệp này ghi {stated},]] tệp “{otherFile}” ghi {before}; đã lấy {value}.',
    why: 'Tệp bổ sung chỉ cộng thêm số trong kỳ. Số lũy kế và mẫu số là số của cả ấp/khóm nên chỉ lấy một: số lớn hơn. Lũy kế ở tệp bổ sung phải bằng lũy kế ở tệp trước cộng với số trong kỳ của tệp bổ sung; mẫu số ở hai tệp phải bằng nhau.',
    fix: 'Đề nghị xem số nào đúng, ghi lũy kế của cả ấp/khóm (gồm cả phần bổ sung) vào tệp bổ sung rồi gửi lại.',
  },
  en: {
    title: 'Cumulative figures or baselines of several files do not fit',
    message:
      '“{field}” does not fit from file to file:[[ this file says {stated},]] the file “{otherFile}” {before}; {value} was used.',
    why: 'A supplement adds to what was done in the period alone. A cumulative figure and a baseline are of the whole hamlet, so that one of them is used: the larger. A supplement’s cumulative figure has to be that of the file before, and what the supplement itself adds; the baselines of both have to be the same.',
    fix: 'See which one is right, write the cumulative figure of the whole hamlet (with the supplement) into the supplement, and send it again.',
  },
  example: {
    place: {
      file: 'xa-tan-an/Bao cao T9 bo sung.xlsx',
      sheet: 'Tổng hợp',
      cell: 'E8',
      row: 8,
    },
    args: {
      field: 'cumulative',
      stated: 5,
      before: 100,
      value: 100,
      otherFile: 'xa-tan-an/Bao cao T9.xlsx',
    },
  },
});
