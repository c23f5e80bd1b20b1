import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D06',
  phase: 'across-submissions',
  vi: {
    title: 'Bản sao giống hệt',
    message: 'Tệp giống hệt “{otherFile}” nên để riêng, không tính.',
    why: 'Một báo cáo gửi hai lần chỉ được tính một lần.',
    fix: 'Không cần sửa. Nếu định gửi bản mới, đề nghị kiểm tra xem có gửi nhầm tệp cũ không.',
  },
  en: {
    title: 'Identical copy',
    message: 'The file is identical to “{otherFile}”: it was set aside and not counted.',
    why: 'A report that is sent twice counts once.',
    fix: 'Nothing has to be done. If a new version was meant, check that the old one was not sent by mistake.',
  },
  example: {
    place: { file: 'xa-tan-an/Bao cao T9 (1).xlsx' },
    args: { otherFile: 'xa-tan-an/Bao cao T9.xlsx' },
  },
});
