import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S01',
  phase: 'sheet',
  vi: {
    title: 'Thiếu cột bắt buộc',
    message:
      'Biểu “{form}” thiếu cột bắt buộc: {columns}.[[ Tiêu đề gần giống nhất là “{nearest}”, ô {nearestCell}.]][[ Có nhiều cột cùng tên, của các tháng hay các phần khác nhau, không rõ lấy cột nào: {places}.]][[ Các cột {means} đếm theo từng hình thức thanh toán: một hộ có thể nằm ở hai cột, nên không cộng lại được.]]',
    why: 'Thiếu cột này thì không biết dòng nào tính, dòng nào không, nên cả bảng không được tính.',
    fix: 'Đề nghị thêm cột còn thiếu, hoặc sửa tiêu đề cột cho đúng biểu mẫu: {columns}.',
  },
  en: {
    title: 'Required column missing',
    message:
      'The form “{form}” lacks a required column: {columns}.[[ The header most like it is “{nearest}”, cell {nearestCell}.]][[ Several columns have one name, of different months or parts, and it is not known which is meant: {places}.]][[ The columns {means} count by means of payment: one merchant may be in two of them, so they cannot be added up.]]',
    why: 'Without this column it is not known what each row counts, so the whole table is not counted.',
    fix: 'Add the missing column, or correct its header to that of the form: {columns}.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Định danh', row: 6 },
    args: {
      form: 'eid',
      columns: 'level',
      nearest: 'Mức độ ĐD',
      nearestCell: 'D6',
      places: '',
      means: '',
    },
  },
});
