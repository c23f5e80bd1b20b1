import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G07',
  phase: 'registry',
  vi: {
    title: 'Đơn vị mới, không rõ từ đâu',
    message:
      '“{name}” có từ ngày {date} nhưng tệp changes không có dòng nào cho biết được lập từ đơn vị nào.',
    why: 'Đơn vị này sẽ không có số liệu của các kỳ trước để so sánh.',
    fix: 'Nếu đơn vị được lập từ đơn vị cũ, đề nghị thêm dòng vào tệp changes; nếu lập mới hoàn toàn thì không cần sửa.',
  },
  en: {
    title: 'New unit, origin unknown',
    message: '“{name}” began on {date}, and no row of changes says what it was made of.',
    why: 'It will have no figures of earlier months to be compared with.',
    fix: 'If it was made of older units, add rows to changes; if it is entirely new, nothing has to be done.',
  },
  example: {
    place: { file: 'units.csv', row: 260 },
    args: { name: 'Xã Đất Mũi', date: '2025-07-01' },
  },
});
