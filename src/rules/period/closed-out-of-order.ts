import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C07',
  phase: 'period',
  vi: {
    title: 'Kỳ chốt không theo thứ tự, chưa được tính lại',
    message:
      'Đã chốt {months} trước khi chốt {later}: lũy kế của {months} chưa gồm số của {later}, nên lũy kế kỳ này có thể thấp hơn thực tế.',
    why: 'Lũy kế của mỗi kỳ cộng tiếp từ các kỳ đã chốt trước nó. Trong thư mục làm việc, kỳ chốt không theo thứ tự được tính lại từ báo cáo đã nộp; không còn các báo cáo ấy (hoặc chỉ có `--history`) thì không: số đã chốt không giữ danh sách hộ nên không cộng lại cho đúng được.',
    fix: 'Trong thư mục làm việc của các kỳ này, đề nghị để đủ các tệp đã nộp của {months} trong submissions/ (mỗi tháng một thư mục), rồi chạy lần lượt: {months:commands}. Sau đó tổng hợp lại với thư mục closed/ mới.',
  },
  en: {
    title: 'Months that were closed out of order and not made anew',
    message:
      'Closed before {later} was: {months}. Its cumulative figures lack those of {later}, and this period’s may be too low.',
    why: 'A cumulative figure goes on from the months that were closed before it. In a workspace a month that was closed out of order is made anew from its submissions; where they are gone (or with `--history` alone) it is not: closed figures keep no lists of households, and cannot be added up rightly without them.',
    fix: 'In the workspace of these months see that the submissions of {months} are in submissions/ (a folder each), and run, one after the other: {months:commands}. Then roll up again with the new folder closed/.',
  },
  example: { place: { file: '' }, args: { months: '2024-09', later: '2024-08' } },
});
