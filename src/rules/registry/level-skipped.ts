import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G16',
  phase: 'registry',
  vi: {
    title: 'Đơn vị bỏ qua một cấp',
    message:
      '“{name}” thuộc thẳng “{parent}”, trong khi ở đó có đơn vị cấp giữa (“{others}”).[[ Có {rows} đơn vị như vậy.]]',
    why: 'Các biểu theo cấp giữa không có dòng nào cho đơn vị này, nên các dòng cộng lại không bằng dòng tổng.',
    fix: 'Đề nghị sửa cột parent của units thành mã của đơn vị cấp ngay trên.',
  },
  en: {
    title: 'Unit that skips a level',
    message:
      '“{name}” lies right below “{parent}”, which has units of the level between (“{others}”).[[ There are {rows unit|units} like that.]]',
    why: 'Tables by the level between have no row for it, so that their rows add up to less than the total.',
    fix: 'Make the column parent of units the code of the unit on the level right above.',
  },
  example: {
    place: { file: 'units.csv', row: 31 },
    args: { name: 'Ấp Ô Rô', parent: 'Huyện Ngọc Hiển', others: 'Xã Tân Ân', rows: 2 },
  },
});
