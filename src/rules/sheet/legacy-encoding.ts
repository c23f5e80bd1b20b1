import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S06',
  phase: 'sheet',
  vi: {
    title: 'Chữ không phải Unicode',
    message:
      'Chữ viết bằng {encoding}; đã chuyển {cells} ô sang Unicode.[[ Chưa chuyển: {places}.]]',
    why: 'Chữ đã được chuyển và số liệu vẫn được tính, nhưng nên xem lại họ tên, địa danh.',
    fix: 'Không bắt buộc sửa. Từ lần sau, đề nghị gõ bằng bảng mã Unicode (phông Times New Roman).',
  },
  en: {
    title: 'Text that is not Unicode',
    message:
      'The text is in {encoding}; {cells cell was|cells were} converted to Unicode.[[ Not converted: {places}.]]',
    why: 'The text was converted and the figures are counted, but names deserve a look.',
    fix: 'Nothing has to be done. Next time, type in Unicode (for example in Times New Roman).',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xls', sheet: 'Thanh vien' },
    args: { encoding: 'tcvn3', cells: 86, places: 'C210' },
  },
});
