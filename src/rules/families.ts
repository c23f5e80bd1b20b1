import type { Word } from './words.js';

/** What the letter of a code stands for; the order is that of the reference page. */
export const FAMILIES = {
  'CCDS-F*': { vi: 'Tệp', en: 'Files' },
  'CCDS-S*': { vi: 'Trang tính và cột', en: 'Sheets and columns' },
  'CCDS-P*': { vi: 'Kỳ báo cáo', en: 'Period' },
  'CCDS-U*': { vi: 'Đơn vị', en: 'Units' },
  'CCDS-R*': { vi: 'Dòng và giá trị', en: 'Rows and values' },
  'CCDS-X*': { vi: 'Đối chiếu giữa các cột', en: 'Columns against each other' },
  'CCDS-T*': { vi: 'Thành phần tổ', en: 'Teams' },
  'CCDS-D*': { vi: 'Trùng và thay thế', en: 'Duplicates and replacement' },
  'CCDS-B*': { vi: 'Mẫu số', en: 'Baselines' },
  'CCDS-H*': { vi: 'Đối chiếu với kỳ trước', en: 'Against an earlier month' },
  'CCDS-C*': { vi: 'Tình hình nộp báo cáo', en: 'Completeness' },
  'CCDS-K*': { vi: 'Quyết định sau khi hỏi lại', en: 'Decisions' },
  'CCDS-M*': { vi: 'Thay đổi địa giới', en: 'Changes of the map' },
  'CCDS-G*': { vi: 'Danh mục đơn vị', en: 'Registry' },
} as const satisfies Record<`CCDS-${string}*`, Word>;
