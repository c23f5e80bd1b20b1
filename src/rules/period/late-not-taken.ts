import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D24',
  phase: 'period',
  vi: {
    title: 'Tệp gửi sau khi chốt chưa nhận được hết',
    message:
      'Có tệp gửi sau khi chốt {period} còn lỗi nên chưa nhận, hoặc chỉ nhận được một phần[[ ({rows} dòng bị loại)]]: {files}.',
    why: 'Số liệu của kỳ đã chốt được tính lại với tệp gửi sau. Lỗi trong tệp ấy là của kỳ đã chốt nên không có trong danh sách lỗi của kỳ đang tổng hợp, dễ bị bỏ sót.',
    fix: 'Chạy `ccds validate --period {period:typed}` để xem lỗi ở ô nào, rồi đề nghị nơi gửi sửa và gửi lại. Nếu không dùng tệp ấy thì ghi “drop” vào decisions.csv, hoặc lấy tệp ra khỏi thư mục.',
  },
  en: {
    title: 'A file that came after closing was not taken as a whole',
    message:
      'Files that came after {period} was closed have errors, and were rejected or taken in part alone[[ ({rows row|rows} rejected)]]: {files}.',
    why: 'The figures of a closed month are made anew with what came late. Errors in it are of that month, and so not on the list of the period that is being rolled up: they are easily missed.',
    fix: 'Run `ccds validate --period {period:typed}` to see the cells, and ask the sender to mend them and send the file again. If it is not to be used, write “drop” for it in decisions.csv, or take it out of the folder.',
  },
  example: {
    place: { file: '' },
    args: { period: '2024-08', files: 'xa-tan-an/Bao cao T8 lan 2.xlsx', rows: '2' },
  },
});
