import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D15',
  phase: 'across-submissions',
  vi: {
    title: 'Lũy kế của một phần ấp, khóm mới',
    message:
      'Biểu “{form}” của {name} không ghi “{field}”, trong khi {others}[[ (tệp “{otherFile}”)]] có ghi; tất cả nay thuộc {count} ấp, khóm mới ({hamlets}). Lũy kế của ấp, khóm mới được tính tiếp: số đã biết đến tháng trước cộng với số trong kỳ; chưa biết gì thì lấy lũy kế đã ghi cộng với số trong kỳ ở đây (ô để trống thì không cộng).',
    why: 'Lũy kế ghi ở một ấp, khóm cũ không phải là của cả ấp, khóm mới. Nếu tháng trước chưa chốt thì phần lũy kế trước đây của ấp, khóm không ghi còn thiếu.',
    fix: 'Đề nghị ghi “{field}” của {name}, hoặc gửi một báo cáo có lũy kế của cả ấp, khóm mới.',
  },
  en: {
    title: 'The cumulative figure of a part of a merged hamlet',
    message:
      'The form “{form}” of {name} states no “{field}”, but that of {others}[[ (file “{otherFile}”)]] does; all are now part of {count merged hamlet|merged hamlets} ({hamlets}). The total of the whole was reckoned: what was known up to the month before and the month’s own counts; where nothing is known, the total that is stated and the month’s own counts here (none where the cell was left blank).',
    why: 'What one of the old hamlets states is not the total of the merged one. Unless the month before was closed, the earlier part of the total is missing of the one that states none.',
    fix: 'Fill in “{field}” of {name}, or send one report with the total of all of the merged hamlet.',
  },
  example: {
    place: { file: 'xa-tan-an/O Ro T9.xlsx', sheet: 'Hộ', cell: 'B5', row: 5 },
    args: {
      count: 1,
      hamlets: 'Ấp Tân Lập',
      form: 'households',
      field: 'cumulative',
      name: 'Ấp Ô Rô',
      others: 'Ấp Rạch Gốc',
      otherFile: 'xa-tan-an/Rach Goc T9.xlsx',
    },
  },
});
