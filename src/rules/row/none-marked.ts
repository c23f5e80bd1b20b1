import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-X03',
  phase: 'row',
  vi: {
    title: 'Không đánh dấu mục nào',
    message:
      'Không đánh dấu ở cột nào trong các cột: {columns}.[[ Trang này có {cells} dòng như vậy: {places}.]]',
    why: 'Dòng này vẫn được tính, nhưng không vào số của kỹ năng nào.',
    fix: 'Đề nghị đánh dấu x vào việc đã hướng dẫn cho hộ.',
  },
  en: {
    title: 'Nothing marked',
    message:
      'None of these columns is marked: {columns}.[[ The sheet has {cells} such rows: {places}.]]',
    why: 'The row counts, but in the figure of no skill.',
    fix: 'Put an x for what the household was helped with.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ', cell: 'F9', row: 9 },
    args: { columns: 'public_services, shopping', cells: 12, places: 'F9, F13, F20, F21, F40, …' },
  },
});
