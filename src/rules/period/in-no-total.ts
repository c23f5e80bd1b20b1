import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-M03',
  phase: 'period',
  vi: {
    title: 'Số liệu không nằm trong tổng nào',
    message:
      'Số liệu của “{name}” không thuộc đơn vị nào trên bản đồ ngày {date} nên không nằm trong tổng nào.',
    why: 'Danh mục không cho biết đơn vị này nay thuộc tỉnh nào, hoặc đơn vị chia sang nhiều tỉnh mà không rõ tỷ lệ.',
    fix: 'Đề nghị bổ sung tệp changes của danh mục cho đơn vị này rồi chạy lại.',
  },
  en: {
    title: 'Figures in no total',
    message: 'Figures of “{name}” belong to no unit on the map of {date} and are in no total.',
    why: 'The registry does not say which province the unit came to, or it was split over several provinces, in shares that are not known.',
    fix: 'Add the unit to changes in the registry and run again.',
  },
  example: {
    place: { file: '' },
    args: { name: 'Xã Tân Ân', date: '2025-08-01' },
  },
});
