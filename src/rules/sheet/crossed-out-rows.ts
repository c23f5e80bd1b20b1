import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S22',
  phase: 'sheet',
  vi: {
    title: 'Dòng bị gạch ngang chữ',
    message:
      '{count} dòng bị gạch ngang toàn bộ chữ nên không tính: dòng {rows}[[, riêng ô {places}]].',
    why: 'Gạch ngang chữ (Strikethrough) là cách nhiều nơi dùng để bỏ một người, một hộ hay một ấp mà không xóa dòng; tính cả các dòng ấy thì số liệu cao hơn thực tế.',
    fix: 'Nếu không tính, đề nghị xóa hẳn các dòng này. Nếu vẫn tính, đề nghị bỏ gạch ngang (chọn dòng rồi nhấn Ctrl+5) và gửi lại.',
  },
  en: {
    title: 'Rows that are struck through',
    message:
      'Struck through as a whole and not counted: {count row|rows} ({rows}[[, cells {places} alone]]).',
    why: 'People often cross a person, a household or a hamlet out with the strikethrough font instead of deleting the row; counted, such rows make the figure too high.',
    fix: 'If they are not to be counted, delete the rows. If they are, take the strikethrough away (select the row and press Ctrl+5) and send the file again.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'TV', cell: 'B7', row: 7 },
    args: { count: 4, rows: '7, 12–14', places: 'C12–C14' },
  },
});
