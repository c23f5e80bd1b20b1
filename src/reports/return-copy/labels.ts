import type { Severity } from '../../core/finding.js';
import { formatNumber } from '../../core/format.js';
import type { InLangs } from '../../core/lang.js';

const vi = {
  severity: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' } satisfies Record<Severity, string>,
  headings: ['STT', 'Loại', 'Trang tính', 'Ô', 'Nội dung', 'Cách sửa', 'Mã'],
  intro:
    'Ô màu đỏ có lỗi nên chưa được tính; ô màu vàng vẫn được tính nhưng cần xem lại. Bấm vào địa chỉ ô để đến đúng chỗ, sửa ngay trên tệp này rồi gửi lại; không cần xóa trang này, màu hay ghi chú.',
  apart:
    'Tệp gốc không đánh dấu trực tiếp được nên chỉ có danh sách này. Đề nghị sửa trên tệp gốc rồi gửi lại; không cần gửi tệp này.',
  more: (n: number) => `… còn ${formatNumber(n, 'vi')} mục nữa, chưa liệt kê ở đây.`,
  row: (n: number) => `dòng ${n}`,
  fix: 'Cách sửa',
  page: 'Trang &P/&N',
};

const en: typeof vi = {
  severity: { error: 'Error', warning: 'Warning', info: 'Note' },
  headings: ['No.', 'Kind', 'Sheet', 'Cell', 'What was found', 'How to mend it', 'Code'],
  intro:
    'Red cells hold errors and are not counted; yellow ones count but need a look. Click an address to go there, correct this file and send it again; this sheet, the colours and the comments may stay.',
  apart:
    'The original could not be marked, so there is only this list. Correct the original and send it again; this file need not be sent.',
  more: (n) => `… and ${formatNumber(n, 'en')} more that are not listed here.`,
  row: (n) => `row ${n}`,
  fix: 'To mend it',
  page: 'Page &P/&N',
};

export const LABELS: InLangs<typeof vi> = { vi, en };
