import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-M05',
  phase: 'period',
  vi: {
    title: 'Lũy kế của đơn vị đã chia không còn trong tổng',
    message:
      '{indicator}: {value} của “{name}” trước khi chia không rõ thuộc đơn vị mới nào, nên không còn trong tổng của {parent}.',
    why: 'Đơn vị cũ đã chia mà chưa rõ mỗi nơi bao nhiêu. Lũy kế của các đơn vị mới tính lại từ đầu, nên lũy kế của cấp trên giảm đi phần này.',
    fix: 'Nếu biết lũy kế của từng đơn vị mới, đề nghị gửi biểu có cột “Lũy kế”; nếu có tỷ lệ chia được duyệt, ghi vào cột share của tệp changes.',
  },
  en: {
    title: 'The cumulative figure of a split unit is in no total any more',
    message:
      '{indicator}: nobody knows to which of the new units {value} of “{name}” belong, from before it was split; they are no longer in the total of {parent}.',
    why: 'The old unit was split, and how much went where is not known. The new units are counted from nothing, so the cumulative figures above fall by as much.',
    fix: 'If the cumulative figure of each new unit is known, send the tally with its column “Lũy kế”; if there is an approved share, put it into the share column of changes.',
  },
  example: {
    place: { file: '' },
    args: {
      name: 'Khóm 3',
      indicator: 'households_assisted_total',
      value: 116,
      parent: 'Thị trấn Rạch Gốc',
    },
  },
});
