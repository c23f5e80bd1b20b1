import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-M02',
  phase: 'period',
  vi: {
    title: 'Không rõ từng ấp, khóm nay ở đâu',
    message:
      'Số liệu của {units} ấp, khóm trên bản đồ ngày {date} được tính chung vào {unit}, không rõ từng ấp, khóm.',
    why: 'Danh mục cho biết xã nay là xã nào nhưng không có các ấp, khóm này trên bản đồ mới. Số của xã vẫn đúng; số hộ theo ấp thì không nêu.',
    fix: 'Nếu cần đến từng ấp, khóm, đề nghị bổ sung các dòng của ấp, khóm vào tệp units hoặc changes.',
  },
  en: {
    title: 'Hamlets not told apart',
    message:
      'On the map of {date} the figures of {units hamlet|hamlets} stand in {unit} as a whole, not by hamlet.',
    why: 'The registry says what became of the commune but does not have these hamlets on the new map. The figures of the commune are right; those by hamlet are not shown.',
    fix: 'To have them by hamlet, add the hamlets to units or to changes.',
  },
  example: {
    place: { file: '' },
    args: { units: 9, unit: 'Xã Đất Mũi', date: '2025-08-01' },
  },
});
