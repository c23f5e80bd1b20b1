import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D01',
  phase: 'across-submissions',
  vi: {
    title: 'Trùng trong ấp/khóm',
    message:
      'Trùng {what} với dòng {otherRow}[[, trang tính “{otherSheet}”]][[, tệp “{otherFile}”]]; dòng đó được tính, dòng này không.[[ Số khác nhau: {changes}.]][[ “{name}” là tên cũ của {successor}: bảng này có thể ghi theo tên cũ, mà tên nào nay cũng có thì đã hiểu là ấp, khóm hiện nay.]]',
    why: 'Mỗi người, hộ, tài khoản, hộ kinh doanh chỉ tính một lần trong kỳ; dòng hợp lệ đứng trước được tính. Trong biểu số đếm, mỗi ấp/khóm chỉ có một dòng.',
    fix: 'Đề nghị xóa dòng trùng (hoặc dòng trước, nếu dòng sau mới đúng). Người, hộ khác nhau thì ghi thêm số điện thoại, năm sinh hay địa chỉ; biểu số đếm thì mỗi ấp/khóm một dòng cho cả kỳ.',
  },
  en: {
    title: 'Duplicate in the hamlet',
    message:
      'The same {what} as in row {otherRow}[[, sheet “{otherSheet}”]][[, file “{otherFile}”]]; that row is counted, this one is not.[[ Figures that differ: {changes}.]][[ “{name}” is an old name of {successor}: the table may go by old names, of which any that there is today was read as today’s hamlet.]]',
    why: 'A person, household, account or merchant counts once a period; the first row that can be counted is. In a tally a hamlet has one row.',
    fix: 'Delete the repeated row (or the first, if the later one is right). For two different people or households add a telephone, year of birth or address; a tally has one row a hamlet for the whole period.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Tổ', cell: 'B12', row: 12 },
    args: {
      what: 'tally',
      otherFile: '',
      otherSheet: '',
      otherRow: 11,
      changes: 'members 5 → 6 (C12)',
      name: 'Ấp 3',
      successor: 'Ấp 2 (Xã Tân Ân)',
    },
  },
});
