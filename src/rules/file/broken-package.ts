import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-F11',
  phase: 'file',
  vi: {
    title: 'Gói dữ liệu không còn nguyên vẹn',
    message: 'Không cộng gói dữ liệu này: {reason}.',
    why: 'Gói dữ liệu của cấp dưới chỉ được cộng khi các tệp của nó đúng như lúc ccds ghi ra; mỗi tệp được đối chiếu với mã kiểm ghi trong datapackage.json. Số liệu sửa tay thì không ai truy được nguồn.',
    fix: 'Đề nghị cấp dưới chạy lại lệnh tổng hợp (không kèm --as-of) rồi gửi lại cả thư mục data/. Nếu số liệu sai, sửa ở báo cáo gốc hoặc ghi vào decisions.csv, không sửa trong values.csv.',
  },
  en: {
    title: 'Package not whole',
    message: 'This package was not added up: {reason}.',
    why: 'A lower level’s package counts only as ccds wrote it: each of its files is held against the hash in datapackage.json. Nobody can tell where a figure that was changed by hand comes from.',
    fix: 'Have the lower level run the roll-up again (without --as-of) and send the whole data/ folder. Where a figure is wrong, correct the submission or put it into decisions.csv, not into values.csv.',
  },
  example: { place: { file: 'ccds-ca-mau-2024-09/values.csv' }, args: { reason: 'changed' } },
});
