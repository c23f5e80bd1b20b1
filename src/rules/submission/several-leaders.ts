import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-T02',
  phase: 'submission',
  vi: {
    title: 'Tổ có nhiều tổ trưởng',
    message: 'Tổ[[ “{team}”]] có {leaders} người ghi chức vụ tổ trưởng, ở các dòng {rows}.',
    why: 'Mỗi tổ chỉ có một tổ trưởng. Có thể hai tổ được ghi chung mà không có tên tổ, hoặc chức vụ ghi nhầm.',
    fix: 'Đề nghị sửa chức vụ, hoặc ghi tên tổ cho từng người nếu là nhiều tổ.',
  },
  en: {
    title: 'Team with several leaders',
    message:
      '{leaders} people of the team[[ “{team}”]] have the position of a leader, in rows {rows}.',
    why: 'A team has one leader. Two teams may stand together without their names, or a position is mistaken.',
    fix: 'Correct the position, or give the team of each person if there are several.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Thành viên', cell: 'C9', row: 9 },
    args: { team: 'Tổ CNSCĐ ấp Rạch Gốc A', leaders: 2, rows: '9, 12' },
  },
});
