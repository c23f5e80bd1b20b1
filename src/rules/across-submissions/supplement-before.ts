import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-D21',
  phase: 'across-submissions',
  vi: {
    title: 'Tệp bổ sung có trước tệp mà nó được cộng vào',
    message:
      'Số liệu biểu “{form}” của {count} ấp, khóm ({hamlets}) trong tệp bổ sung này được cộng với tệp “{otherFile}” lưu sau nó: tệp ấy có thể đã gồm cả phần bổ sung.',
    why: 'Tệp lưu sau thay cho tệp mà phần bổ sung này được lập cho, và thường là của xã tổng hợp lại. Nếu số ở đó đã gồm phần bổ sung thì đang tính hai lần.',
    fix: 'Đề nghị hỏi lại nơi gửi. Nếu tệp sau đã gồm phần bổ sung, ghi “drop” cho tệp bổ sung vào decisions.csv. Nếu chưa gồm, ghi “accept”.',
  },
  en: {
    title: 'A supplement that came before what it was added to',
    message:
      'The form “{form}” of {count hamlet|hamlets} ({hamlets}) in this supplement was added to that in the file “{otherFile}”, which was saved after it and may have it already.',
    why: 'The later file takes the place of the one that this supplement was made for; mostly it is a commune’s, put together anew. If its counts include the supplement, they are counted twice.',
    fix: 'Ask the sender. If the later file includes the supplement, write “drop” for the supplement in decisions.csv. If it does not, write “accept”.',
  },
  example: {
    place: { file: 'xa-tan-an/Ap Rach Goc A bo sung.xlsx' },
    args: {
      count: 1,
      hamlets: 'Ấp Rạch Gốc A',
      form: 'households',
      otherFile: 'xa-tan-an/Bao cao T9.xlsx',
    },
  },
});
