import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-U01',
  phase: 'row',
  vi: {
    title: 'Không có đơn vị này',
    message:
      'Không có “{name}”[[ ({from})]][[ thuộc {parent}]] trong danh mục đơn vị[[ của kỳ này: đơn vị ấy chỉ có từ ngày {date}]].[[ Đó là một ngày: bảng tính có thể đã đổi tên “{typed}” thành ngày.]][[ Có phải {suggestions} không?]][[ Đây có thể là số của chính {above} (như tổ cấp xã), không của riêng ấp/khóm nào.]]',
    why: 'Tên gần giống thì chỉ gợi ý, không tự tính, để không cộng nhầm sang ấp/khóm khác.',
    fix: '[[Nếu là số của chính {above}, đề nghị bỏ dòng này, hoặc ghi vào ấp/khóm mà tổ ấy phục vụ. ]]Đề nghị ghi đúng tên trong danh mục đơn vị. Nếu đây là tên gọi khác, đề nghị báo người phụ trách danh mục đưa tên này, kèm mã đơn vị, vào bảng tên gọi khác.',
  },
  en: {
    title: 'Unknown unit',
    message:
      'There is no “{name}”[[ ({from})]][[ in {parent}]] in the registry[[ for this period: it begins on {date}]].[[ That is a date: a spreadsheet may have made it of the name “{typed}”.]][[ Is it {suggestions}?]][[ It may be of {above} itself (as a commune’s own team), and of no one hamlet.]]',
    why: 'A near name is suggested and never counted, so that nothing is added to the wrong hamlet.',
    fix: '[[If it is of {above} itself, take the row out, or put it to the hamlet that the team serves. ]]Write the name as the registry has it. If it is another name of the unit, ask the keeper of the registry to put it, with the unit’s code, into the table of aliases.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ', cell: 'B9', row: 9 },
    args: {
      name: 'Ấp Rạch Góc B',
      parent: 'Xã Tân Ân',
      suggestions: 'Ấp Rạch Gốc B (32244002)',
      typed: '',
      date: '',
      from: '',
      above: '',
    },
  },
});
