import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C07',
  phase: 'period',
  vi: {
    title: 'Kỳ chốt không theo thứ tự, chưa được tính lại',
    message:
      'Đã chốt {months} trước khi chốt {later}: lũy kế của {months} chưa gồm số của {later}, nên lũy kế kỳ này có thể thấp hơn thực tế.',
    why: 'Lũy kế của mỗi kỳ cộng tiếp từ các kỳ đã chốt trước nó. Trong thư mục làm việc, kỳ chốt không theo thứ tự được tính lại từ báo cáo đã nộp; chỉ có `--history` thì ccds không có các báo cáo ấy để tính lại.',
    fix: 'Đề nghị chạy `ccds rollup` trong thư mục làm việc của các kỳ đã chốt (không dùng `--history`), hoặc ở đó mở lại {months} và chốt lại theo thứ tự, rồi dùng thư mục `closed` mới.',
  },
  en: {
    title: 'Months that were closed out of order and not made anew',
    message:
      'Closed before {later} was: {months}. Its cumulative figures lack those of {later}, and this period’s may be too low.',
    why: 'A cumulative figure goes on from the months that were closed before it. In a workspace a month that was closed out of order is made anew from its submissions; with `--history` alone ccds does not have them.',
    fix: 'Run `ccds rollup` in the workspace of the closed months (without `--history`), or reopen {months} there and close in order, then use the new folder `closed`.',
  },
  example: { place: { file: '' }, args: { months: '2024-09', later: '2024-08' } },
});
