import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-U05',
  phase: 'row',
  vi: {
    title: 'Tên đơn vị không thống nhất',
    message:
      'Tên đơn vị không thống nhất: {firstFrom} ghi “{first}”, {secondFrom} ghi “{second}”; đã lấy “{first}”[[, tức {taken}]][[, vì danh mục không có “{unknown}”]].[[ Còn {files} tệp khác trong tháng cũng ghi như vậy.]]',
    why: 'Số liệu vẫn được tính, nhưng có thể vào nhầm đơn vị nếu chỗ được lấy lại là chỗ ghi sai.',
    fix: 'Đề nghị xem đơn vị nào đúng, sửa cho hai chỗ giống nhau rồi gửi lại. Nếu là tỉnh, huyện, xã cũ mà danh mục chưa có thì thêm vào units.csv với ngày hết hiệu lực (valid_to), và ghi changes.csv.',
  },
  en: {
    title: 'Contradictory units',
    message:
      'The units disagree: {firstFrom} says “{first}”, {secondFrom} says “{second}”; “{first}” was taken[[, which is {taken}]][[, as the registry has no “{unknown}”]].[[ The same stands in {files other file|other files} of the month.]]',
    why: 'The figures are counted, but in the wrong place if the one that was taken is the mistaken one.',
    fix: 'See which one is right, make both places say the same, and send the file again. An old province, district or commune that the registry lacks can be added to units.csv with its last day (valid_to), and to changes.csv.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ', cell: 'A2', row: 2 },
    args: {
      first: 'Xã Tân Ân',
      firstFrom: 'line',
      second: 'Xã Tân Ân Tây',
      secondFrom: 'folder',
      unknown: '',
      taken: '',
      files: 2,
    },
  },
});
