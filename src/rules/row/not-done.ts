import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R18',
  phase: 'row',
  vi: {
    title: 'Cột đánh dấu đã thực hiện để trống ở dòng này',
    message:
      'Cột “{header}” không đánh dấu ở dòng này: có thể là chưa thực hiện; dòng này vẫn được tính.[[ Cột này có {cells} ô như vậy: {places}.]]',
    why: 'Có danh sách ghi cả ấp, chỉ dòng đánh dấu “Đã hỗ trợ”, “Đã kích hoạt” mới là kết quả; tính tất cả thì số liệu cao hơn thực tế.',
    fix: 'Đề nghị xem lại: dòng nào chưa thực hiện thì bỏ khỏi danh sách; dòng nào đã thực hiện thì đánh dấu cho đủ.',
  },
  en: {
    title: 'A column that ticks what is done is blank in this row',
    message:
      'The column “{header}” is not ticked in this row: it may not be done yet, but it still counts.[[ This column has {cells} such cells: {places}.]]',
    why: 'In a list of the whole hamlet only the rows ticked as “Đã hỗ trợ” (assisted) or “Đã kích hoạt” (active) are results; counting all of them makes the figure too high.',
    fix: 'Look at the rows again: leave out those that are not done, and tick all those that are.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'HO', cell: 'E7', row: 7 },
    args: { header: 'Đã hỗ trợ', cells: 4, places: 'E7, E9, E10, E14' },
  },
});
