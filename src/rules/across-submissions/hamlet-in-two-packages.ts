import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D12',
  phase: 'across-submissions',
  vi: {
    title: 'Ấp, khóm đã được tính từ nơi khác',
    message:
      '{count} ấp, khóm của gói dữ liệu này (mã {units}) đã được tính từ “{otherFile}”, nên không tính lần nữa.',
    why: 'Mỗi ấp, khóm chỉ được tính một lần cho mỗi biểu trong một kỳ: báo cáo gốc được tính trước, rồi đến gói dữ liệu của kỳ dài hơn, rồi đến gói có báo cáo nhận sau cùng.',
    fix: 'Đề nghị chỉ đưa vào một trong hai: gói dữ liệu mới nhất của địa bàn, hoặc các báo cáo gốc của địa bàn đó.',
  },
  en: {
    title: 'Hamlets counted from elsewhere',
    message:
      'Counted from “{otherFile}” already, and not counted again: {count hamlet|hamlets} of this package (codes {units}).',
    why: 'A hamlet’s form counts once in a period: from submissions first, then from the package of the longest period, then from the one with the report that was received last.',
    fix: 'Hand in one of the two alone: the newest package of the unit, or its submissions.',
  },
  example: {
    place: { file: 'ccds-ca-mau-2024-09' },
    args: { count: 2, units: '31999001, 31999002', otherFile: 'Xã Tân Ân.xlsx' },
  },
});
