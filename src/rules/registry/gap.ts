import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-G04',
  phase: 'registry',
  vi: {
    title: 'Danh mục bỏ cách ngày',
    message:
      '“{name}” kết thúc ngày {date} rồi lại có sau ngày {until}; những ngày ở giữa không có đơn vị này.',
    why: 'Báo cáo của những kỳ rơi vào khoảng trống sẽ không tìm được đơn vị.',
    fix: 'Nếu đơn vị vẫn hoạt động liên tục, đề nghị sửa valid_to hoặc valid_from trong tệp units cho liền ngày.',
  },
  en: {
    title: 'Gap in validity',
    message:
      '“{name}” ends on {date} and goes on after {until}; it does not exist on the days between.',
    why: 'Reports of the months that fall into the gap will not find the unit.',
    fix: 'If the unit went on without a break, make valid_to and valid_from in the units table meet.',
  },
  example: {
    place: { file: 'units.csv', row: 812 },
    args: { name: 'Ấp Tân Lập', date: '2025-06-30', until: '2025-07-14' },
  },
});
