import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-X01',
  phase: 'row',
  vi: {
    title: 'Phần lớn hơn toàn bộ',
    message: '“{part}” là {partValue}, lớn hơn “{whole}” là {wholeValue}.',
    why: 'Một phần không thể lớn hơn toàn bộ, nên có một số ghi sai. Các số vẫn được tính như đã ghi; riêng tổ không có thành viên nào thì không tính là tổ.',
    fix: 'Đề nghị xem lại hai số này và sửa số sai.',
  },
  en: {
    title: 'Part larger than its whole',
    message: '“{part}” is {partValue}, larger than “{whole}”, which is {wholeValue}.',
    why: 'A part cannot exceed its whole, so one of them is mistaken. They are counted as written, but a team without any member is not counted as one.',
    fix: 'Check the two figures and correct the one that is wrong.',
  },
  example: {
    place: { file: 'huyen-u-minh/Tong hop.xlsx', sheet: 'Tổng hợp', cell: 'D8', row: 8 },
    args: { part: 'female', partValue: 7, whole: 'members', wholeValue: 5 },
  },
});
