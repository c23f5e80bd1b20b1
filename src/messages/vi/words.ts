import type { Messages } from '../types.js';

export const didYouMean = (suggestion: string): string => `Có phải “${suggestion}” không?`;

export const progress: Messages['progress'] = {
  finding: 'Đang tìm báo cáo',
  reading: 'Đang đọc',
  'looking-back': 'Đang xem lại các tháng đã chốt',
  'rolling-up': 'Đang tổng hợp',
  writing: 'Đang ghi kết quả',
};

export const level: Messages['level'] = {
  province: 'Tỉnh',
  district: 'Huyện',
  commune: 'Xã',
  hamlet: 'Ấp/khóm',
};

export const severity: Messages['severity'] = {
  error: 'lỗi',
  warning: 'cảnh báo',
  info: 'lưu ý',
  off: 'tắt',
};

export const layout: Messages['layout'] = { list: 'danh sách', tally: 'số đếm' };

/** Why a file was left out without being opened. */
export const leftOut: Messages['leftOut'] = {
  'lock-file': 'tệp khóa của tệp đang mở',
  'apple-double': 'tệp phụ của máy Mac',
  'system-file': 'tệp của hệ điều hành',
  hidden: 'tệp ẩn',
  shortcut: 'lối tắt',
  'own-output': 'kết quả của ccds',
  setting: 'danh mục, cấu hình',
  'given-twice': 'đã nêu hai lần',
  'not-a-file': 'không phải tệp',
};

export const label: Messages['label'] = {
  sheet: 'Trang tính',
  row: 'Dòng',
  severity: 'Mức độ',
  message: 'Nội dung',
  fix: 'Cách sửa',
  why: 'Vì sao',
  example: 'Ví dụ',
  kind: 'Loại tệp',
  size: 'Dung lượng',
  rows: 'Số dòng',
  columns: 'Số cột',
  hidden: 'đang ẩn',
  table: 'Bảng',
  noRows: 'chưa có dòng nào',
  tableRows: 'dòng',
  ownSheet: '(trang do ccds lập, không đọc)',
  unreadable: '(không đọc được)',
};
