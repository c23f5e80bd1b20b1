import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G06',
  phase: 'registry',
  vi: {
    title: 'Đơn vị kết thúc, không rõ về đâu',
    message:
      '“{name}” kết thúc ngày {date} nhưng tệp changes không có dòng nào cho biết nay thuộc đơn vị nào.',
    why: 'Số liệu cũ của đơn vị không chuyển được sang bản đồ mới, chỉ còn nằm trong tổng của cấp trên.',
    fix: 'Đề nghị thêm dòng vào tệp changes: effective là ngày kế tiếp, from là mã của đơn vị này, to là mã của đơn vị nhận.',
  },
  en: {
    title: 'Unit ended, whereabouts unknown',
    message: '“{name}” ended on {date}, and no row of changes says what it became part of.',
    why: 'Its earlier figures cannot be put on the new map; they stay in the total above alone.',
    fix: 'Add a row to changes: effective is the next day, from is the code of this unit, to the code of the one that took it over.',
  },
  example: {
    place: { file: 'units.csv', row: 40 },
    args: { name: 'Xã Tân Ân', date: '2025-06-30' },
  },
});
