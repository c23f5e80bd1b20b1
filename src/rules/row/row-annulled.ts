import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R14',
  phase: 'row',
  vi: {
    title: 'Ghi chú cho biết dòng có thể không còn tính',
    message:
      'Cột “{header}” ghi “{found}”: dòng này có lẽ không còn, hoặc chưa được tính; hiện vẫn tính.[[ Cột này có {cells} ô như vậy: {places}.]]',
    why: 'Người đã nghỉ, đã chuyển đi, hộ chưa hỗ trợ được, tài khoản chưa kích hoạt thường được để lại trong danh sách kèm một lời ghi chú; tính cả các dòng ấy thì số liệu cao hơn thực tế.',
    fix: 'Đề nghị xem lại dòng này: nếu không tính thì bỏ khỏi danh sách; nếu vẫn tính thì ghi chú lại cho rõ.',
  },
  en: {
    title: 'A note says that the row may not count',
    message:
      'The column “{header}” says “{found}”: the row may no longer hold, or not yet; it counts for now.[[ This column has {cells} such cells: {places}.]]',
    why: 'People who have left, households that were not reached and accounts that are not active are often kept in a list with a remark beside them; counted, they make the figure too high.',
    fix: 'Look at the row again: leave it out of the list if it is not to be counted, or put the remark more clearly if it is.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'TV', cell: 'K9', row: 9 },
    args: { header: 'Ghi chú', found: 'đã chuyển công tác', cells: 4, places: 'K9, K12, K15, K20' },
  },
});
