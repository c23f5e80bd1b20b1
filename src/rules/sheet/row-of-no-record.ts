import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S14',
  phase: 'sheet',
  vi: {
    title: 'Dòng không phải dòng số liệu',
    message: 'Có {count} dòng không phải dòng số liệu nên không tính: {header} (ô {places}).',
    why: 'Dòng tỷ lệ, bình quân, so sánh, kế hoạch hay chi tiết từng tổ chỉ để đối chiếu, dòng chỉ có chữ mà không có số thứ tự (“Hộ nghèo”, “Chợ xã”) là tên nhóm của các dòng dưới, dòng “Ví dụ” chỉ hướng dẫn cách ghi; số liệu lấy ở dòng của từng ấp/khóm, từng người hoặc hộ.',
    fix: 'Nếu một dòng trong số này là số liệu báo cáo, đề nghị ghi đúng tên (ấp/khóm, người, hộ) rồi gửi lại. Nếu không, không cần sửa.',
  },
  en: {
    title: 'Row that is no record',
    message: 'Rows that are no records are not counted, {count} in all: {header} (at {places}).',
    why: 'Rows of rates, averages, comparisons, plans or a hamlet’s single teams only stand beside the figures, and a text alone without a number heads the rows below it, and an example shows how to fill in; figures are taken from the rows of the hamlets, people or households.',
    fix: 'If one of them is meant to be a record, write its name (hamlet, person, household) and send the file again. If not, nothing has to be done.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Tổng hợp', cell: 'B14', row: 14 },
    args: { count: 2, header: '“Bình quân”, “Tháng trước”', places: 'B14, B15' },
  },
});
