import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-M01',
  phase: 'period',
  vi: {
    title: 'Chưa so sánh được trên bản đồ khác',
    message:
      'Số liệu của “{name}” không phân bổ được trên bản đồ ngày {date}[[ cho: {successors}]]; để trống các đơn vị liên quan[[, vẫn tính trong tổng của {parent}]].',
    why: 'Đơn vị đã chia mà chưa rõ mỗi nơi bao nhiêu. Số liệu không được tự chia theo ước đoán, nên các đơn vị nhận chưa so sánh được; tổng cấp trên vẫn đủ.',
    fix: 'Nếu biết từng ấp, khóm nay thuộc đâu, đề nghị ghi vào tệp units (cùng mã, cùng tên, cấp trên mới); nếu có tỷ lệ chia được duyệt, ghi vào cột share của tệp changes.',
  },
  en: {
    title: 'Not comparable on the other map',
    message:
      "Figures of “{name}” can't be allocated on the map of {date}[[ among: {successors}]]; the units concerned are left blank[[, the total of {parent} still holds them]].",
    why: 'The unit was split, and how much went where is not known. Nothing is shared out by guess: the units that took it over cannot be compared, and the totals above agree.',
    fix: 'If it is known where each hamlet went, say so in units (same code, same name, new parent); if there is an approved share, put it into the share column of changes.',
  },
  example: {
    place: { file: '' },
    args: {
      name: 'Xã Lâm Hải',
      date: '2025-08-01',
      successors: 'Xã Năm Căn; Xã Đất Mới',
      parent: 'Tỉnh Cà Mau',
    },
  },
});
