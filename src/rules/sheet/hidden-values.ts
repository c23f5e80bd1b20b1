import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S30',
  phase: 'sheet',
  vi: {
    title: 'Giá trị bị ô gộp che khuất',
    message:
      'Còn giá trị ở {count} ô bị ô gộp che khuất ({places}). Người xem và bản in không thấy các giá trị ấy nên ccds không dùng.',
    why: 'Excel chỉ hiện ô trên cùng bên trái của các ô đã gộp. Dán định dạng, hoặc phần mềm xuất tệp, có thể gộp ô mà không xóa giá trị ở các ô còn lại; cộng cả các giá trị ấy thì tổng không khớp với bảng mà người lập đã xem và ký.',
    fix: 'Đề nghị bỏ gộp ô ở chỗ đã nêu (Merge & Center) rồi xem giá trị hiện ra: nếu đúng thì để nguyên và gửi lại, nếu thừa thì xóa.',
  },
  en: {
    title: 'Values hidden below merged cells',
    message:
      'Merged cells cover values in {count cell|cells} ({places}). Whoever looks at the sheet or prints it does not see them, so they were not used.',
    why: 'Excel shows the upper left one of merged cells alone. Pasted formats, or the program that wrote the file, may merge cells and leave the values of the others; with these counted in, the total is not that of the table that was looked at and signed.',
    fix: 'Unmerge the cells named (Home > Merge & Center) and look at the values that appear: if they are right, leave them and send the file again; if not, delete them.',
  },
  example: {
    place: { file: 'xa-tan-an/Ho dan T9.xlsx', sheet: 'Hộ', cell: 'E7', row: 7 },
    args: { count: 2, places: 'E7, E9' },
  },
});
