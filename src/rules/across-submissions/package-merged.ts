import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D11',
  phase: 'across-submissions',
  vi: {
    title: 'Cộng từ gói dữ liệu của cấp dưới',
    message:
      'Số liệu của {files} báo cáo được cộng từ gói dữ liệu này. Người hay hộ có mặt ở hai gói thì không nhận ra được.',
    why: 'Gói dữ liệu chỉ có số đếm theo ấp/khóm, không có số định danh hay số điện thoại, nên trùng lặp chỉ được xét bên trong mỗi gói.',
    fix: 'Không cần sửa. Nếu cần xét trùng giữa các tỉnh, đề nghị tổng hợp từ các báo cáo gốc của các tỉnh đó trong một lần chạy.',
  },
  en: {
    title: 'Added up from a lower level’s package',
    message:
      'The figures of {files submission|submissions} were added up from this package. Who stands in two packages is not recognised.',
    why: 'A package holds counts by hamlet, no identity or telephone numbers, so that repeated rows are told within each package alone.',
    fix: 'Nothing has to be done. To look for people in two provinces, roll their submissions up in one run.',
  },
  example: { place: { file: 'ccds-ca-mau-2024-09' }, args: { files: 234 } },
});
