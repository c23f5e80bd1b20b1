import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S18',
  phase: 'sheet',
  vi: {
    title: 'Chữ phần mềm để lại ở ô trống',
    message: 'Có {count} ô ghi {found} (ô {places}); các ô này được đọc là ô trống.',
    why: 'Phần mềm xuất bảng tính thường ghi “nan”, “None”, “null”, “#N/A” vào chỗ không có số liệu; đó không phải là tên hay số nào.',
    fix: 'Không cần sửa nếu các ô ấy đúng là chưa có số liệu. Nếu có, đề nghị ghi vào rồi gửi lại.',
  },
  en: {
    title: 'Words that a program left in blank cells',
    message: '{count cell says|cells say} {found} (at {places}); they were read as blank.',
    why: 'Programs that write spreadsheets often put “nan”, “None”, “null” or “#N/A” where there is no value; it is no name and no number.',
    fix: 'Nothing has to be done if there really is no value. Otherwise fill it in and send the sheet again.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Thành viên', cell: 'E6', row: 6 },
    args: { count: 7, found: '“nan”, “None”', places: 'E6, E7, F7, E8, E9, …' },
  },
});
