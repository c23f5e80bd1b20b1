import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C11',
  phase: 'period',
  vi: {
    title: 'Kỳ đã chốt còn gồm số của kỳ đang mở lại',
    message:
      'Lũy kế đã chốt của {months} còn gồm số cũ của {reopened} (đang mở lại), và không tính lại được vì không có (hay không đọc được) báo cáo đã nộp; lũy kế kỳ này cộng tiếp từ đó, nên tùy ấp, khóm mà gồm hay chưa gồm số của {reopened}.',
    why: 'Kỳ đang mở lại thì chưa nằm trong lũy kế của các kỳ sau cho đến khi chốt lại: các kỳ sau đã chốt được tính lại từ báo cáo đã nộp. Không còn báo cáo ấy (hoặc chỉ có `--history`) thì lũy kế đã chốt đứng nguyên, với số cũ của kỳ đang mở lại.',
    fix: 'Đề nghị chốt lại {reopened} rồi tổng hợp lại; hoặc trong thư mục làm việc chép lại các tệp đã nộp của {months} vào submissions/ (mỗi tháng một thư mục) rồi chạy `ccds rollup`.',
  },
  en: {
    title: 'A closed month still has the figures of one that is reopened',
    message:
      'The closed cumulative figures of {months} still have the former figures of {reopened}, which is reopened, and cannot be made anew without their submissions (gone, or not to be read); this period’s go on from them, with {reopened} or without it from hamlet to hamlet.',
    why: 'A month that is reopened is in no later cumulative figure until it is closed again: closed months after it are made anew from their submissions. Where these are gone (or with `--history` alone) the closed cumulative figures stand, with the former figures of the month that is reopened.',
    fix: 'Close {reopened} again and roll up again; or in the workspace put the submissions of {months} back into submissions/ (a folder each) and run `ccds rollup`.',
  },
  example: { place: { file: '' }, args: { months: '2024-08', reopened: '2024-07' } },
});
