import type { Problems } from '../types.js';

/** The row of the other unit, behind its name. */
const ROW = / \((\d+)\)$/;

/** What makes a registry inconsistent; ids as in `geography/`. */
export const registryProblems: Problems = {
  'no-units': (found) =>
    `không có bảng đơn vị (units.csv, hoặc trang tính units), hoặc bảng không có dòng nào${found === '' ? '' : `; chỉ có bảng: ${found}`}`,
  'two-tables': (other) =>
    `một bảng của danh mục có hai tệp (tệp kia là ${other}); đề nghị chỉ giữ một`,
  'missing-column': (column) => `thiếu cột “${column}”`,
  'title-above': (row) => `dòng tiêu đề là dòng ${row}; đề nghị xóa các dòng ở trên nó`,
  'more-cells': (cells) =>
    `có nhiều ô hơn dòng tiêu đề (${cells} ô); ô nào có dấu phẩy thì đặt trong dấu nháy kép ("Ấp Gò, Tháp"), số không ghi dấu phẩy (1250)`,
  'duplicate-column': (column) => `cột “${column}” có hai lần`,
  'blank-value': (column) => `cột “${column}” để trống`,
  'unknown-level': (level) =>
    `không có cấp “${level}”; các cấp là province, district, commune, hamlet`,
  'bad-code': (found) =>
    `mã đã bị phần mềm bảng tính đổi thành số (${found}); đề nghị để cột code dạng văn bản (Text) rồi ghi lại mã`,
  'bad-date': (found) => `ngày không hợp lệ (${found}), cần viết như 2025-06-30`,
  'bad-period': (found) =>
    `kỳ không hợp lệ (${found}), cần viết như 2024-09, 2024-Q3, 2024-H2 hoặc 2024`,
  'bad-number': (found) => `số không hợp lệ (${found}), cần viết như 1118560 hoặc 1.118.560`,
  'bad-percent': (found) =>
    `chưa rõ là bao nhiêu phần trăm (${found}), cần viết như 70%, 70,5% hoặc 0,7`,
  'bad-decimal': (found) => `chưa rõ là số nào (${found}), cần viết như 5,12`,
  'closed-before-opened': (dates) => `ngày kết thúc trước ngày bắt đầu (${dates})`,
  'duplicate-row': (row) => (row ? `trùng với dòng ${row}` : 'trùng với một dòng ở trên'),
  overlap: (other) =>
    `một mã dùng cho hai đơn vị trong cùng một ngày (${other.replace(ROW, ', dòng $1')})`,
  orphan: (parent) => {
    if (parent === '') return 'chưa ghi đơn vị cấp trên (parent)';
    const [found, near] = parent.split(' ≠ ');
    const hint =
      near === undefined ? '' : `; có phải “${near}” không? Excel lưu tệp thì bỏ số 0 ở đầu mã`;
    return `không có đơn vị cấp trên trong thời gian này (${found})${hint}`;
  },
  cycle: (codes) => `các đơn vị cấp trên đi thành vòng (${codes})`,
  'level-not-below': (levels) => `cấp không thấp hơn cấp của đơn vị cấp trên (${levels})`,
  'bad-share': (sum) => `tỷ lệ chia lớn hơn 1 (${sum})`,
};
