import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G01',
  phase: 'registry',
  vi: {
    title: 'Trùng tên trong danh mục',
    message: 'Nhiều đơn vị cùng tên “{name}” thuộc cùng một đơn vị cấp trên: {codes}.',
    why: 'Báo cáo chỉ ghi tên sẽ không biết là đơn vị nào. Sau khi sáp nhập, việc trùng tên là có thật.',
    fix: 'Đề nghị kiểm tra có ghi trùng không. Nếu đúng là hai đơn vị, đề nghị các báo cáo ghi kèm mã đơn vị.',
  },
  en: {
    title: 'Same name in the registry',
    message: 'Several units under one parent are named “{name}”: {codes}.',
    why: 'A report with the name alone cannot be placed. After mergers such names are real.',
    fix: 'Check for a repeated row. If they are two units, ask for their codes in the reports.',
  },
  example: {
    place: { file: 'units.csv', row: 912 },
    args: { name: 'Ấp 3', codes: '3218803, 3218811' },
  },
});
