import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R13',
  phase: 'row',
  vi: {
    title: 'Ngày trước kỳ báo cáo',
    message:
      'Cột “{field}” ghi {found:date}, trước ngày đầu của kỳ {period}; vẫn được tính vào kỳ này.[[ Cột này có {cells} ô như vậy: {places}.]]',
    why: 'Việc làm từ kỳ trước có thể đã được báo cáo một lần, nay báo cáo nữa là tính hai lần.',
    fix: 'Đề nghị xem dòng này đã báo cáo ở kỳ trước chưa; nếu đã báo cáo thì bỏ dòng này.',
  },
  en: {
    title: 'Date before the period',
    message:
      'The column “{field}” says {found:date}, before the first day of the period {period}; it counts in this one.[[ This column has {cells} such cells: {places}.]]',
    why: 'What was done in an earlier period may have been reported then, and would count twice.',
    fix: 'See whether the row was reported before; if so, leave it out.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ', cell: 'E9', row: 9 },
    args: {
      field: 'assisted_on',
      found: '2024-07-30',
      period: '2024-09',
      cells: 12,
      places: 'E9, E10, E11, E14, E15, …',
    },
  },
});
