import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D17',
  phase: 'across-submissions',
  vi: {
    title: 'Ấp, khóm mới chưa đủ số của các ấp, khóm cũ',
    message:
      'Số liệu biểu “{form}” của {count} ấp, khóm mới ({hamlets}) mới chỉ có của {name}; chưa có của {others}.',
    why: 'Ấp, khóm mới được tính là đã báo cáo, mà số liệu mới là của một phần.',
    fix: 'Đề nghị gửi báo cáo của cả ấp, khóm mới, hoặc của các ấp, khóm cũ còn thiếu. Nếu số liệu đã gồm cả các ấp, khóm kia thì ghi tên hiện nay.',
  },
  en: {
    title: 'A merged hamlet of which only a part came',
    message:
      'Of the form “{form}” of {count merged hamlet|merged hamlets} ({hamlets}) only the figures of {name} came; those of {others} did not.',
    why: 'The merged hamlet counts as having reported, yet its figures are those of a part.',
    fix: 'Send the report of all of the merged hamlet, or of the old ones that are missing. If the figures are of them all, write today’s name.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9.xlsx', sheet: 'Hộ', cell: 'A9', row: 9 },
    args: {
      count: 1,
      hamlets: 'Ấp Tân Lập',
      form: 'households',
      name: 'Ấp 3',
      others: 'Ấp 4',
    },
  },
});
