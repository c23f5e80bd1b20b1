import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C04',
  phase: 'period',
  vi: {
    title: 'Không còn danh sách của kỳ trước',
    message:
      'Không còn {files} tệp danh sách hộ của {period} để đối chiếu: hộ đã có trong đó có thể được tính thêm một lần vào lũy kế.',
    why: 'Mỗi hộ chỉ tính một lần vào lũy kế, dù tháng nào cũng có trong danh sách. Số liệu đã chốt không giữ tên hộ, nên phải đối chiếu với chính các tệp đã nộp.',
    fix: 'Đề nghị chép lại các tệp đã nộp của tháng đó vào submissions/ rồi tổng hợp lại.',
  },
  en: {
    title: 'Lists of an earlier month are gone',
    message:
      'No longer there to compare with: {files file|files} with lists of households of {period}. Households in them may be counted once more in the cumulative figure.',
    why: 'A household counts once in the cumulative figure, however many months list it. Closed figures keep no names, so lists are compared with the files themselves.',
    fix: 'Put the files of that month back into submissions/ and roll up again.',
  },
  example: { place: { file: '' }, args: { files: 3, period: '2024-08' } },
});
