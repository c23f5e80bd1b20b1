import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-K02',
  phase: 'submission',
  vi: {
    title: 'Quyết định không còn khớp',
    message:
      'Quyết định “{decision}” ở dòng {line} của decisions.csv không được áp dụng: {unmet}[[ (đang ghi “{found}”)]].',
    why: 'Quyết định gắn với một ô của một tệp; tệp đã đổi tên, đã nộp lại hay đã sửa thì quyết định có thể không còn đúng chỗ.',
    fix: 'Đề nghị xem lại dòng đó của decisions.csv: sửa cho khớp hoặc xóa đi.',
  },
  en: {
    title: 'Decision that no longer fits',
    message:
      'The decision “{decision}” in line {line} of decisions.csv was not applied: {unmet}[[ (it says “{found}”)]].',
    why: 'A decision belongs to a cell of a file; if the file was renamed, sent again or corrected, it may no longer be in its place.',
    fix: 'Look at that line of decisions.csv: correct or delete it.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Định danh', cell: 'C12', row: 12 },
    args: { decision: 'drop', unmet: 'cell', line: 3, found: '' },
  },
});
