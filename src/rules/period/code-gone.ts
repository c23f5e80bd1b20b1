import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C14',
  phase: 'period',
  vi: {
    title: 'Ấp, khóm của kỳ đã chốt không còn trong danh mục',
    message:
      'Số liệu đã chốt của {months} có {units} ấp, khóm mang mã mà danh mục không còn: {found}. Số đã chốt của các mã ấy không nằm trong so sánh và lũy kế.',
    why: 'Số đã chốt ghi theo mã đơn vị. Mã bị sửa hay bị xóa khỏi units.csv thì không biết nay là ấp, khóm nào, và ccds không đoán: lũy kế của ấp, khóm mang mã mới bắt đầu lại từ đầu.',
    fix: 'Đề nghị giữ mã cũ trong units.csv với ngày kết thúc (valid_to), ghi mã mới từ ngày hôm sau (valid_from), và thêm vào changes.csv một dòng: from là mã cũ, to là mã mới. Mã bị sửa nhầm thì sửa lại như cũ.',
  },
  en: {
    title: 'A hamlet of a closed month is not in the registry',
    message:
      'The closed figures of {months} have {units hamlet|hamlets} with codes that the registry no longer has: {found}. Their closed figures are in no comparison and no cumulative figure.',
    why: 'Closed figures go by code. Where a code was changed in units.csv or taken out, nothing says which hamlet it is now, and ccds does not guess: the cumulative figure of the new code begins anew.',
    fix: 'Keep the old code in units.csv with the day it ended (valid_to), have the new one from the next day on (valid_from), and add a row to changes.csv: from is the old code, to the new one. A code that was changed by mistake is to be changed back.',
  },
  example: { place: { file: '' }, args: { months: '2024-08', units: 1, found: '32201001' } },
});
