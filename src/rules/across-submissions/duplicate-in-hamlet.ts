import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D01',
  phase: 'across-submissions',
  vi: {
    title: 'Trùng trong ấp/khóm',
    message:
      'Trùng {what} với dòng {otherRow}[[, trang tính “{otherSheet}”]][[, tệp “{otherFile}”]]; dòng đó được tính, dòng này không.[[ Số khác nhau: {changes}.]][[ “{name}” là tên cũ của {successor}: bảng này có thể ghi theo tên cũ, mà tên nào nay cũng có thì đã hiểu là ấp, khóm hiện nay.]]',
    why: 'Mỗi người, hộ, tài khoản, hộ kinh doanh chỉ tính một lần trong kỳ; dòng hợp lệ đứng trước được tính. Trong biểu số đếm, mỗi ấp/khóm chỉ có một dòng.',
    fix: 'Đề nghị xóa dòng trùng, hoặc sửa lại nếu ghi nhầm. Nếu là hai người hay hai hộ khác nhau, đề nghị ghi rõ để phân biệt (số điện thoại, năm sinh, địa chỉ). Nếu dòng sau là số đã sửa, đề nghị xóa dòng trước. Biểu số đếm ghi mỗi ngày một dòng thì thay bằng một dòng số của cả kỳ.',
  },
  en: {
    title: 'Duplicate in the hamlet',
    message:
      'The same {what} as in row {otherRow}[[, sheet “{otherSheet}”]][[, file “{otherFile}”]]; that row is counted, this one is not.[[ Figures that differ: {changes}.]][[ “{name}” is an old name of {successor}: the table may go by old names, of which any that there is today was read as today’s hamlet.]]',
    why: 'A person, household, account or merchant counts once a period; the first row that can be counted is. In a tally a hamlet has one row.',
    fix: 'Delete the repeated row, or correct what was mistyped. If they are two people or two households, add what tells them apart (telephone, year of birth, address). If the later row has the corrected figures, delete the first. Where a tally has a row for each day, put one row with the whole period in their place.',
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
