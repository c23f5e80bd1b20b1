import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-M04',
  phase: 'period',
  vi: {
    title: 'Số liệu chỉ nằm trong tổng cấp trên',
    message:
      'Trên bản đồ ngày {date} không rõ “{name}” nay thuộc đơn vị nào; số liệu chỉ tính trong tổng của {parent}.',
    why: 'Danh mục cho biết đơn vị đã kết thúc nhưng không cho biết nay về đâu.',
    fix: 'Đề nghị bổ sung tệp changes của danh mục: from là mã của đơn vị này, to là mã của đơn vị nhận.',
  },
  en: {
    title: 'In the total above alone',
    message:
      'On the map of {date} it is not known where “{name}” belongs; its figures stand in the total of {parent} alone.',
    why: 'The registry says that the unit ended, and not what it became part of.',
    fix: 'Add a row to changes in the registry: from is the code of this unit, to the code of the one that took it over.',
  },
  example: {
    place: { file: '' },
    args: { name: 'Xã Tân Ân', date: '2025-08-01', parent: 'Tỉnh Cà Mau' },
  },
});
