import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-M01',
  phase: 'period',
  vi: {
    title: 'Chưa so sánh được trên bản đồ khác',
    message:
      '{unit} chưa so sánh được trên bản đồ ngày {date}: đơn vị nhận một phần của {name} mà không rõ bao nhiêu nên để trống; số liệu đó vẫn tính trong tổng của {parent}.',
    why: 'Đơn vị cũ đã chia mà chưa rõ mỗi nơi bao nhiêu. Số liệu không được tự chia theo ước đoán; tổng cấp trên vẫn đủ.',
    fix: 'Nếu biết từng ấp, khóm nay thuộc đâu, đề nghị ghi vào tệp units (cùng mã, cùng tên, cấp trên mới); nếu có tỷ lệ chia được duyệt, ghi vào cột share của tệp changes.',
  },
  en: {
    title: 'Not comparable on the other map',
    message:
      '{unit} is not comparable on the map of {date}: it took over a part of {name}, and how much is not known, so it is left blank; the total of {parent} still holds those figures.',
    why: 'The old unit was split, and how much went where is not known. Nothing is shared out by guess; the totals above agree.',
    fix: 'If it is known where each hamlet went, say so in units (same code, same name, new parent); if there is an approved share, put it into the share column of changes.',
  },
  example: {
    place: { file: '' },
    args: { unit: 'Xã Năm Căn', name: 'Xã Lâm Hải', date: '2025-08-01', parent: 'Tỉnh Cà Mau' },
  },
});
