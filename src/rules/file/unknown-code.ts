import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-F12',
  phase: 'file',
  vi: {
    title: 'Mã do bản ccds khác đặt',
    message: 'Gói dữ liệu nêu {found}: “{message}” Bản ccds này chưa biết mã ấy.',
    why: 'Cấp dưới tổng hợp bằng một bản ccds khác, có thể mới hơn. Số liệu của gói vẫn được cộng; điều được nêu thì giữ nguyên mức độ, chỗ và lời (bằng tiếng Anh) như trong gói, để không sót.',
    fix: 'Đề nghị cập nhật ccds cho bằng bản của cấp dưới để đọc được cách sửa; hoặc hỏi cấp dưới, nơi có sổ tổng hợp ghi điều này.',
  },
  en: {
    title: 'Code of another version of ccds',
    message:
      'The package tells of {found}: “{message}” This version of ccds does not know that code.',
    why: 'The lower level rolled up with another version of ccds, perhaps a newer one. Its figures are added up all the same; what it tells keeps its severity, place and words as they stand in the package, so that nothing is lost.',
    fix: 'Bring ccds up to the version of the lower level to read how it is mended; or ask the lower level, whose summary workbook has it.',
  },
  example: {
    place: {
      file: 'ccds-ca-mau-2024-09/xa-tan-an/Bao cao T9.xlsx',
      sheet: 'Thành viên',
      cell: 'B7',
    },
    args: { found: 'CCDS-R99', message: 'Two rows of one person have different dates of birth.' },
  },
});
