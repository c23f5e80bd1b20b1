import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-T04',
  phase: 'submission',
  vi: {
    title: 'Số tổ lấy theo danh mục',
    message:
      '{unit}: số tổ lấy theo tệp teams của danh mục là {registry}; theo báo cáo là {value}.',
    why: 'Tệp teams cho biết nơi một ấp có nhiều tổ, hoặc một tổ phục vụ nhiều ấp, nên số tổ và tỷ lệ ấp có tổ tính theo tệp này.',
    fix: 'Nếu báo cáo mới đúng, đề nghị sửa tệp teams của danh mục.',
  },
  en: {
    title: 'Teams counted by the registry',
    message:
      '{unit}: by the registry’s teams table it has {registry} teams; the report says {value}.',
    why: 'The table says where a hamlet has several teams, or a team serves several hamlets, so teams and coverage are counted by it.',
    fix: 'If the report is right, correct the registry’s teams table.',
  },
  example: {
    place: { file: '' },
    args: { unit: 'Ấp Tân Lập', value: 1, registry: 2 },
  },
});
