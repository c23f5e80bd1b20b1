import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D25',
  phase: 'period',
  vi: {
    title: 'Lũy kế của ấp, khóm mới thiếu phần của ấp, khóm cũ',
    message:
      '{indicator} của {count} ấp, khóm mới ({hamlets}) được cộng tiếp từ lũy kế của các ấp, khóm cũ, nhưng chưa có phần trước đây của {others}: chưa kỳ nào biết lũy kế của nơi này.',
    why: 'Số lũy kế là của cả ấp, khóm mới, mà phần trước khi nhập mới chỉ có của một số ấp, khóm cũ. Các kỳ sau cộng tiếp từ số này và không nhắc lại.',
    fix: 'Đề nghị gửi biểu có cột “Lũy kế” của cả ấp, khóm mới, hoặc gửi báo cáo còn thiếu của ấp, khóm cũ vào đúng thư mục tháng của báo cáo ấy.',
  },
  en: {
    title: 'The cumulative figure of a merged hamlet lacks an old one’s',
    message:
      '{indicator} of {count merged hamlet|merged hamlets} ({hamlets}) goes on from those of the old hamlets, but without what {others} had until then: no period knows it.',
    why: 'The figure stands for all of the merged hamlet, and from before it was merged only some of the old hamlets are in it. Later periods go on from it, and do not say this again.',
    fix: 'Send the tally with its column “Lũy kế” for all of the merged hamlet, or the old hamlet’s missing report into the folder of its own month.',
  },
  example: {
    place: { file: '' },
    args: {
      indicator: 'households_assisted_total',
      count: 1,
      hamlets: 'Ấp Tân Lập',
      others: 'Ấp Ô Rô',
    },
  },
});
