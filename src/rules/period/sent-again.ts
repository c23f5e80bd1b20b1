import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D26',
  phase: 'period',
  vi: {
    title: 'Tệp giống hệt tệp của kỳ trước',
    message:
      '{count} tệp giống hệt tệp đã tính ở {period}, nên số của kỳ ấy được tính lần nữa ở kỳ này: {files}.',
    why: 'Tệp không ghi kỳ, hoặc ghi ở tên thư mục, nên tệp cũ chép sang kỳ mới vẫn được tính. Số trong kỳ giống nhau từng con số qua hai kỳ thì thường là gửi nhầm tệp cũ.',
    fix: 'Hỏi lại nơi gửi. Nếu gửi nhầm thì lấy tệp ra khỏi thư mục của kỳ này và nhắc gửi báo cáo mới; nếu đúng là số của kỳ này thì không cần sửa.',
  },
  en: {
    title: 'A file of an earlier month once more',
    message:
      '{count file is|files are} identical to what was counted in {period}, so that its figures count again in this period: {files}.',
    why: 'A file that names no period, or whose folder does, counts wherever it is copied to. Where all counts of the period are those of an earlier one, the old file was mostly sent by mistake.',
    fix: 'Ask who sent it. If it was a mistake, take the file out of this period’s folder and ask for the new report; if these are this period’s figures, nothing has to be done.',
  },
  example: {
    place: { file: '' },
    args: { period: '2024-08', count: 1, files: 'xa-tan-an/Bao cao ho.xlsx' },
  },
});
