import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R06',
  phase: 'row',
  vi: {
    title: 'Công thức chưa có kết quả',
    message: 'Ô công thức ở cột “{field}” chưa có kết quả lưu trong tệp.',
    why: 'Tệp chỉ có công thức mà chưa có kết quả tính: phần mềm lập ra tệp để trống, hoặc ghi tạm số 0 chờ Excel tính lại. Vì vậy ô này coi như chưa báo cáo.',
    fix: 'Đề nghị mở tệp bằng Excel để công thức tính xong, lưu lại rồi gửi lại; hoặc nhập thẳng con số.',
  },
  en: {
    title: 'Formula without a result',
    message: 'The formula in the column “{field}” has no result stored in the file.',
    why: 'The file holds the formula and no result of it: the program that made it left it blank, or put 0 there until Excel computes it. So the cell counts as not reported.',
    fix: 'Open the file in Excel so that it calculates, save it and send it again; or type the figure itself.',
  },
  example: {
    place: { file: 'huyen-u-minh/Tong hop.xlsx', sheet: 'Tổng hợp', cell: 'F8', row: 8 },
    args: { field: 'total' },
  },
});
