import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C05',
  phase: 'period',
  vi: {
    title: 'Kỳ trước có báo cáo mà chưa chốt',
    message:
      'Chưa chốt {months} dù đã có báo cáo: số hộ lũy kế của {units} ấp/khóm được cộng dồn mà chưa gồm số liệu của các báo cáo này.',
    why: 'Lũy kế cộng tiếp từ các kỳ đã chốt. Kỳ có báo cáo mà chưa chốt, hoặc đang mở lại, thì số hộ của kỳ đó chưa nằm trong lũy kế của các kỳ sau, và lũy kế thật sẽ cao hơn số này.',
    fix: 'Đề nghị chốt {months} theo thứ tự rồi tổng hợp lại. Các kỳ sau đã chốt sẽ được tính lại, số thay đổi nêu ở “Số liệu công bố lại”.',
  },
  en: {
    title: 'An earlier month has reports and is not closed',
    message:
      'Not closed, though reported: {months}. The cumulative households of {units hamlet|hamlets} were added up without them.',
    why: 'A cumulative figure goes on from closed months. Where a month has reports and is not closed, or is reopened, its households are not in the cumulative figures of later ones, and the true total is higher.',
    fix: 'Close {months} in order and roll up again. Later months that are closed are made anew; what changes is told as restated.',
  },
  example: { place: { file: '' }, args: { months: '2024-08, 2024-09', units: 12 } },
});
