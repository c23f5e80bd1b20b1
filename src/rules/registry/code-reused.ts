import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G05',
  phase: 'registry',
  vi: {
    title: 'Mã được dùng lại',
    message: 'Mã {found} trước đây là “{name}”, từ ngày {date} là “{successor}”.',
    why: 'Mã chính thức được cấp lại khi sắp xếp đơn vị, nên một mã phải đọc kèm ngày. Cùng mã không có nghĩa là cùng đơn vị.',
    fix: 'Không cần sửa. Khi đối chiếu số liệu theo mã giữa hai thời kỳ, đề nghị dùng rollup --as-of.',
  },
  en: {
    title: 'Code used again',
    message: 'Code {found} was “{name}”; since {date} it has been “{successor}”.',
    why: 'Official codes are given out again when units are rearranged, so a code is read with its date. The same code does not mean the same unit.',
    fix: 'Nothing has to be done. To compare figures by code over the change, use rollup --as-of.',
  },
  example: {
    place: { file: 'units.csv', row: 95 },
    args: { found: '31876', name: 'Xã Phước Long', successor: 'Xã Vĩnh Phước', date: '2025-07-01' },
  },
});
