import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G09',
  phase: 'registry',
  vi: {
    title: 'Tỷ lệ chia có chỗ trống',
    message: '“{name}” chia ngày {date} có tỷ lệ ghi, có tỷ lệ để trống.',
    why: 'Chỉ cần một tỷ lệ chưa biết thì không phân bổ số liệu cho đơn vị nào.',
    fix: 'Đề nghị ghi đủ tỷ lệ cho mọi đơn vị nhận, hoặc để trống tất cả.',
  },
  en: {
    title: 'Some shares are blank',
    message: '“{name}” was split on {date}: some of its shares are given, some are blank.',
    why: 'One share that is not known is enough: then nothing is allocated.',
    fix: 'Give every share, or leave all of them blank.',
  },
  example: {
    place: { file: 'changes.csv', row: 32 },
    args: { name: 'Xã Lâm Hải', date: '2025-07-01' },
  },
});
