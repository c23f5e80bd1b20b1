import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-R06',
  phase: 'row',
  vi: {
    title: 'Công thức chưa có kết quả',
    message: 'Ô công thức ở cột “{field}” chưa có kết quả lưu trong tệp.',
    why: 'Tệp chỉ có công thức mà không có con số, nên ô này coi như chưa báo cáo.',
    fix: 'Đề nghị mở tệp bằng Excel để công thức tính xong, lưu lại rồi gửi lại; hoặc nhập thẳng con số.',
  },
  en: {
    title: 'Formula without a result',
    message: 'The formula in the column “{field}” has no result stored in the file.',
    why: 'The file holds the formula and no figure, so the cell counts as not reported.',
    fix: 'Open the file in Excel so that it calculates, save it and send it again; or type the figure itself.',
  },
  example: {
    place: { file: 'huyen-u-minh/Tong hop.xlsx', sheet: 'Tổng hợp', cell: 'F8', row: 8 },
    args: { field: 'total' },
  },
});
