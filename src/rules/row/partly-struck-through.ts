import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R15',
  phase: 'row',
  vi: {
    title: 'Dòng chỉ bị gạch ngang một phần',
    message:
      '[[Trong dòng này chỉ có ô {found} bị gạch ngang chữ: chưa rõ còn tính hay không; hiện vẫn tính.]][[Một phần chữ trong ô {part} bị gạch ngang: chỉ lấy phần không bị gạch.]][[ Cột này có {cells} ô như vậy: {places}.]]',
    why: 'Gạch ngang chữ thường có nghĩa là bỏ. Khi cả dòng bị gạch thì dòng ấy không tính; khi chỉ một vài ô bị gạch thì không biết là bỏ cả dòng, bỏ số liệu của ô ấy hay để sửa sau. Trong một ô, phần bị gạch được xem như đã xóa: “12” bị gạch, viết thêm “15” là 15.',
    fix: 'Nếu bỏ cả dòng, đề nghị xóa dòng. Nếu vẫn tính, đề nghị sửa lại giá trị cho đúng, bỏ gạch ngang (Ctrl+5) rồi gửi lại.',
  },
  en: {
    title: 'Row that is struck through in part',
    message:
      '[[Struck through in this row: {found} alone. It is not clear whether the row still counts; it does for now.]][[Some of the text in {part} is struck through: the rest of it was used.]][[ This column has {cells} such cells: {places}.]]',
    why: 'What is struck through is mostly meant to be left out. A row that is so as a whole does not count; where only some cells are, it may be the row, the value, or something to be corrected later. Within a cell, what is struck through is taken as deleted: “12” struck through with “15” written behind it is 15.',
    fix: 'If the row is to be left out, delete it. If it counts, put the right value, take the strikethrough away (Ctrl+5) and send the file again.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Ho', cell: 'D9', row: 9 },
    args: { found: 'D9, E9', part: '', cells: 4, places: 'D9, D12, D15, D20' },
  },
});
