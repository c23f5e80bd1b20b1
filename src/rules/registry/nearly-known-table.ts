import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G14',
  phase: 'registry',
  vi: {
    title: 'Bảng danh mục không được đọc',
    message: 'Danh mục có bảng “{found}” mà ccds không đọc; có thể là bảng “{near}”.',
    why: 'Tên bảng viết sai, hay bản sao (units (1).csv), thì số liệu trong đó không được dùng mà không có gì báo.',
    fix: 'Đề nghị đổi tên bảng cho đúng, gộp vào bảng chính, hoặc chuyển ra khỏi thư mục danh mục.',
  },
  en: {
    title: 'Table of the registry that is not read',
    message: 'The registry has a table “{found}”, which ccds does not read; it may be “{near}”.',
    why: 'What is in a table with a mistyped name, or in a copy (units (1).csv), is not used, and nothing would tell.',
    fix: 'Correct its name, put its rows into the main table, or move it out of the registry.',
  },
  example: {
    place: { file: 'baseline.csv' },
    args: { found: 'baseline', near: 'baselines' },
  },
});
