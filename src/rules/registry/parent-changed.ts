import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G10',
  phase: 'registry',
  vi: {
    title: 'Mã cấp trên đã là đơn vị khác',
    message:
      '“{name}” vẫn thuộc mã {found} sau ngày {date}, nhưng từ ngày đó mã này không còn là “{parent}” mà là “{successor}”.',
    why: 'Đơn vị có thể đã bị đưa nhầm sang cấp trên mới chỉ vì trùng mã.',
    fix: 'Đề nghị kết thúc dòng này vào ngày hôm trước và thêm dòng mới với mã cấp trên đúng; nếu đơn vị thực sự thuộc cấp trên mới, vẫn nên tách thành hai dòng cho rõ.',
  },
  en: {
    title: 'Parent code means another unit',
    message:
      '“{name}” stays under code {found} after {date}, when that code is no longer “{parent}” but “{successor}”.',
    why: 'The unit may have come under the new parent by its code alone.',
    fix: 'End this row on the day before and add one with the right parent; if it does belong to the new parent, two rows make that plain.',
  },
  example: {
    place: { file: 'units.csv', row: 1204 },
    args: {
      name: 'Ấp Bình Bảo',
      found: '31876',
      parent: 'Xã Phước Long',
      successor: 'Xã Vĩnh Phước',
      date: '2025-07-01',
    },
  },
});
