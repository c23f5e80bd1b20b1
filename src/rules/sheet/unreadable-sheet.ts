import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-S10',
  phase: 'sheet',
  vi: {
    title: 'Không đọc hết trang tính',
    message: 'Không đọc được hết trang tính: {reason}[[ ({bug})]].',
    why: 'Đọc được một phần thì số liệu sẽ thiếu, nên cả trang tính không được tính.',
    fix: 'Đề nghị mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại. Nếu Excel cũng báo lỗi, đề nghị gửi lại bản gốc.',
  },
  en: {
    title: 'Sheet could not be read to its end',
    message: 'The sheet could not be read to its end: {reason}[[ ({bug})]].',
    why: 'Half a sheet would give half the figures, so none of it is counted.',
    fix: 'Open the file in Excel, save it as .xlsx and send it again. If Excel complains too, send the original again.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ' },
    args: { reason: 'bug', bug: 'TypeError, SheetReader.take' },
  },
});
