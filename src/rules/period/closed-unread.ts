import { defineRule } from '../define-rule.js';

export default defineRule({
  code: 'CCDS-C12',
  phase: 'period',
  vi: {
    title: 'Không đọc được báo cáo đã nộp của kỳ đã chốt',
    message:
      'Không đọc được báo cáo đã nộp của {period}: {files} ({reason}). Số đã chốt của {period} giữ nguyên; báo cáo nộp muộn hay đính chính của kỳ đó, nếu có, chưa được tính[[; chưa đối chiếu được {lists} tệp danh sách hộ nên hộ có trong đó có thể được tính thêm một lần vào lũy kế]].',
    why: 'Tệp chỉ tạm thời không đọc được (mất quyền, ổ chung ngắt) thì không phải là báo cáo đã rút: tính lại mà thiếu tệp đó thì số đã công bố thành để trống. Vì vậy kỳ đó đứng nguyên như đã công bố, các kỳ khác vẫn chạy.',
    fix: 'Đề nghị kiểm tra quyền đọc tệp, ổ chung hay lối tắt, rồi chạy lại: khi đọc được, kỳ đó và các kỳ sau được đối chiếu lại. Nếu đơn vị đã rút báo cáo thì xóa tệp khỏi submissions/.',
  },
  en: {
    title: 'A submission of a closed month cannot be read',
    message:
      'These reports of {period} cannot be read: {files} ({reason}). The closed figures of {period} stand as they are; reports of it that came late or were corrected, if any, are not counted yet[[, and {lists list|lists} of households cannot be compared with, so that households in them may be counted once more in the cumulative figure]].',
    why: 'A file that cannot be read for the time being (permission lost, a share that is away) is no report withdrawn: made anew without it, published figures would become blank. So the month stands as it was published, and other months go on.',
    fix: 'Check the permission to read the file, the share or the link, and run again: once it is read, that month and later ones are held against it again. If the report was withdrawn, remove the file from submissions/.',
  },
  example: {
    place: { file: '' },
    args: { period: '2024-08', files: 'xa-tan-an/Bao cao T8.xlsx', reason: 'EACCES', lists: '' },
  },
});
