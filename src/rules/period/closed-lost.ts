import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C13',
  phase: 'period',
  vi: {
    title: 'Không còn số liệu của kỳ đã chốt',
    message:
      'Sổ chốt (closed/journal.csv) ghi {months} đã chốt, nhưng số liệu đã chốt của kỳ đó không còn đủ trong closed/: không so được với số đã công bố, và tùy ấp, khóm mà lũy kế gồm hay chưa gồm số của kỳ đó.',
    why: 'Thư mục của kỳ đã chốt bị xóa, chép thiếu, hoặc mất khi khôi phục từ bản sao lưu cũ hơn. Kỳ sau đã chốt thì lũy kế của kỳ sau vẫn gồm số của kỳ này; ấp, khóm không có số liệu ở kỳ sau thì không. Chốt lại từ báo cáo đang có thì số có thể khác số đã công bố mà không còn gì để đối chiếu.',
    fix: 'Đề nghị chép lại thư mục của kỳ đó vào closed/ từ bản sao lưu (hay từ git), đủ cả closed.json. Nếu không còn bản nào, đề nghị chuyển phần còn lại của thư mục ấy (nếu có) ra khỏi closed/, rồi chốt lại kỳ đó bằng lệnh ccds close. Nếu đã chủ ý chuyển đi lưu trữ, đề nghị thêm vào closed/journal.csv một dòng ghi ngày, archive, kỳ đó (2026-11-28,archive,2024-08): sau đó không nhắc nữa.',
  },
  en: {
    title: 'The figures of a closed month are gone',
    message:
      'By the journal (closed/journal.csv) these months are closed: {months}. Their figures are no longer there in full: nothing can be compared with what was published, and cumulative figures have them or lack them from hamlet to hamlet.',
    why: 'The folder of a closed month was removed, left out of a copy, or lost when an older backup was brought back. The cumulative figures of later closed months still have it; those of hamlets that no later month has figures of do not. Closed again from the reports that are there, it may differ from what was published, with nothing to hold it against.',
    fix: 'Copy the folder of that month back into closed/ from a backup (or from git), closed.json with it. If there is none, move what is left of the folder out of closed/ and close the month again with ccds close. If it was put in an archive on purpose, add a line with the day, archive and the month to closed/journal.csv (2026-11-28,archive,2024-08): then it is no longer asked for.',
  },
  example: { place: { file: '' }, args: { months: '2024-08' } },
});
