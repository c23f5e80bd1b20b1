import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-T01',
  phase: 'submission',
  vi: {
    title: 'Tổ không có tổ trưởng',
    message: 'Tổ[[ “{team}”]] không có ai ghi chức vụ tổ trưởng.',
    why: 'Mỗi tổ có một tổ trưởng; thiếu thường là do bỏ sót hoặc ghi chức vụ khác đi.',
    fix: 'Đề nghị ghi “Tổ trưởng” ở cột chức vụ của người phụ trách tổ.',
  },
  en: {
    title: 'Team without a leader',
    message: 'Nobody in the team[[ “{team}”]] has the position of a leader.',
    why: 'A team has one leader; where none is named, one was left out or the position is worded otherwise.',
    fix: 'Put “Tổ trưởng” in the position of whoever leads the team.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Thành viên', cell: 'C9', row: 9 },
    args: { team: 'Tổ CNSCĐ ấp Rạch Gốc A' },
  },
});
